namespace CapacityBoard.Sites;

/// <summary>Days and midnights as hospitals count them: those of the United Kingdom.</summary>
public static class LocalDay
{
    internal static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    public static DateTimeOffset ToLocal(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The instant that a clock on a wall in the United Kingdom shows; the first of two in the autumn's repeated hour.
    /// For times that the board itself chooses: what people type is read by <see cref="LocalTime.InstantsOf"/>.</summary>
    public static DateTimeOffset FromLocal(DateTime wallClock)
    {
        var plain = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        var offset = Zone.IsAmbiguousTime(plain) ? Zone.GetAmbiguousTimeOffsets(plain).Max() : Zone.GetUtcOffset(plain);
        return new DateTimeOffset(plain, offset);
    }

    /// <summary>The instant at which the day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => FromLocal(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>How many midnights passed between two instants; never negative.</summary>
    public static int Midnights(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, Of(to).DayNumber - Of(from).DayNumber);
}
