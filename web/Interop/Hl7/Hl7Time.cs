using System.Globalization;
using System.Text.RegularExpressions;
using CapacityBoard.Sites;

namespace CapacityBoard.Interop.Hl7;

/// <summary>Times as HL7 writes them: <c>20261126093000.1234+0000</c>, with as much as is known.</summary>
internal static partial class Hl7Time
{
    /// <summary>
    /// The instant; null for what is no time. Without a zone it is United Kingdom time: the first of two in the hour that autumn repeats, and an hour later
    /// in the one that spring skips. A day alone is its beginning.
    /// </summary>
    public static DateTimeOffset? Instant(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match
            || !DateTime.TryParseExact(Whole(match.Groups["time"].Value), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || time.Year is < 1900 or > 2200)
        {
            return null;
        }

        return match.Groups["zone"] is { Success: true, Value: var zone } ? InZone(time, zone) : LocalDay.FromLocal(time);
    }

    public static DateOnly? Day(string text) =>
        text.Length >= 8 && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;

    public static string Of(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyyMMddHHmmss'+0000'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? InZone(DateTime time, string zone)
    {
        var (hours, minutes) = (int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture), int.Parse(zone.AsSpan(3, 2), CultureInfo.InvariantCulture));
        return hours <= 14 && minutes < 60 ? new DateTimeOffset(time, new TimeSpan(hours, minutes, 0) * (zone[0] == '-' ? -1 : 1)) : null;
    }

    /// <summary>What is left out is the beginning: of the year, the day, the hour.</summary>
    private static string Whole(string time) => time + "00000101000000"[time.Length..];

    [GeneratedRegex(@"^(?<time>[0-9]{4}(?:[0-9]{2}){0,5})(?:\.[0-9]{1,4})?(?<zone>[+-][0-9]{4})?\z")]
    private static partial Regex Pattern();
}
