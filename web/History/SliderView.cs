namespace CapacityBoard.History;

/// <summary>The slider through a day, in quarter hours, as far back as there are records: the last day, or the one around an earlier time.</summary>
/// <param name="Latest">The time at its end.</param>
/// <param name="Steps">How many quarter hours it goes back from there; 0 if there is nothing to go back to.</param>
/// <param name="Value">The step nearest to the time shown.</param>
/// <param name="IsEarlier">True if the time shown is not within the last day.</param>
public sealed record SliderView(DateTimeOffset Latest, int Steps, int Value, bool IsEarlier = false)
{
    private const int MostSteps = 24 * 4;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>False if there were no records a day before its end.</summary>
    public bool IsWholeDay => Steps == MostSteps;

    public string Label => (IsWholeDay, IsEarlier) switch
    {
        (false, _) => "Move back to the first record",
        (_, true) => "Move through the 24 hours around this time",
        _ => "Move through the last 24 hours",
    };

    public static SliderView Of(AsAt asAt)
    {
        var isEarlier = asAt.At < LatestBefore(asAt.Now) - (MostSteps * Step);
        var latest = LatestBefore(isEarlier ? asAt.At + (MostSteps / 2 * Step) : asAt.Now);
        var steps = (int)Math.Clamp((latest - asAt.Began) / Step, 0, MostSteps);
        return new(latest, steps, (int)Math.Round(Math.Clamp(steps - (latest - asAt.At) / Step, 0, steps)), isEarlier);
    }

    /// <summary>
    /// The time to show first when looking back: the last full quarter hour, or the earliest time if that is later.
    /// </summary>
    public static DateTimeOffset FirstLook(AsAt asAt) => LatestBefore(asAt.Now) is var latest && latest < asAt.Began ? asAt.Began : latest;

    private static DateTimeOffset LatestBefore(DateTimeOffset now) => now.AddTicks(-(now.Ticks % Step.Ticks));
}
