namespace CapacityBoard.Sites;

/// <summary>Days and midnights as hospitals count them, in United Kingdom time.</summary>
public static class LocalDay
{
    internal static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    public static DateTimeOffset ToLocal(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The instant of a United Kingdom local time; the first of two in the hour that autumn repeats. Only for times
    /// that the board itself chooses: <see cref="LocalTime.InstantsOf"/> reads what people type.</summary>
    public static DateTimeOffset FromLocal(DateTime wallClock)
    {
        var plain = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        var offset = Zone.IsAmbiguousTime(plain) ? Zone.GetAmbiguousTimeOffsets(plain).Max() : Zone.GetUtcOffset(plain);
        return new DateTimeOffset(plain, offset);
    }

    /// <summary>The instant at which the day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => FromLocal(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The number of midnights between two instants; never negative.</summary>
    public static int Midnights(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, Of(to).DayNumber - Of(from).DayNumber);
}
