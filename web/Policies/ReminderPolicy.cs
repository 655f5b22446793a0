namespace CapacityBoard.Policies;

/// <summary>
/// When a place that has not answered an enquiry or a hold is reminded, and who is told next. Each is a share of the time from the question to
/// when the answer is due. They are the locality's own choice.
/// </summary>
public sealed record ReminderPolicy
{
    public const int MostPercent = 100;
    public const int MostMinutes = 24 * 60;

    /// <summary>How long before its figures become stale a place is asked for them.</summary>
    public int MinutesBeforeStale { get; init; } = 60;

    /// <summary>When the place is reminded.</summary>
    public int RemindAtPercent { get; init; } = 50;

    /// <summary>When the place's second contact is told.</summary>
    public int SecondContactAtPercent { get; init; } = 65;

    /// <summary>When the transfer team is asked to call the place.</summary>
    public int CallAtPercent { get; init; } = 80;

    /// <summary>The instant at which a share of a time is over.</summary>
    public static DateTimeOffset At(DateTimeOffset from, DateTimeOffset until, int percent) => from + (until - from) * percent / MostPercent;
}
