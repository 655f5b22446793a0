using System.Globalization;

namespace CapacityBoard.Sites;

/// <summary>United Kingdom local times, including the nights when clocks go forward or back.</summary>
public static class LocalTime
{
    /// <summary>The instants of a local time: none in the hour that spring skips, two in the hour that autumn repeats, earlier first.</summary>
    public static IReadOnlyList<DateTimeOffset> InstantsOf(DateTime wallClock)
    {
        var plain = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        if (LocalDay.Zone.IsInvalidTime(plain))
        {
            return [];
        }

        return LocalDay.Zone.IsAmbiguousTime(plain)
            ? [.. LocalDay.Zone.GetAmbiguousTimeOffsets(plain).OrderDescending().Select(offset => new DateTimeOffset(plain, offset))]
            : [new(plain, LocalDay.Zone.GetUtcOffset(plain))];
    }

    /// <summary>The time in a format. In the hour that autumn repeats it includes the zone, which tells the two apart: <c>01:30 BST</c>.</summary>
    public static string Text(DateTimeOffset at, string format = "HH:mm")
    {
        var local = LocalDay.ToLocal(at);
        var text = local.ToString(format, CultureInfo.InvariantCulture);
        return LocalDay.Zone.IsAmbiguousTime(local.DateTime) ? $"{text} {Abbreviation(local)}" : text;
    }

    /// <summary>The time's zone as people write it: BST or GMT.</summary>
    public static string Abbreviation(DateTimeOffset at) => LocalDay.ToLocal(at).Offset == TimeSpan.Zero ? "GMT" : "BST";
}
