namespace CapacityBoard.History;

/// <summary>The slider through the last day, in quarter hours, as far back as there are records.</summary>
/// <param name="Latest">The time at its end.</param>
/// <param name="Steps">How many quarter hours it goes back from there; 0 if there is nothing to go back to.</param>
/// <param name="Value">The step nearest to the time shown.</param>
public sealed record SliderView(DateTimeOffset Latest, int Steps, int Value)
{
    private const int MostSteps = 24 * 4;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>False if there were no records a day ago.</summary>
    public bool IsWholeDay => Steps == MostSteps;

    public static SliderView Of(AsAt asAt)
    {
        var latest = LatestBefore(asAt.Now);
        var steps = (int)Math.Clamp((latest - asAt.Began) / Step, 0, MostSteps);
        return new(latest, steps, (int)Math.Round(Math.Clamp(steps - (latest - asAt.At) / Step, 0, steps)));
    }

    /// <summary>
    /// The time to show first when looking back: the last full quarter hour, or the earliest time if that is later.
    /// </summary>
    public static DateTimeOffset FirstLook(AsAt asAt) => LatestBefore(asAt.Now) is var latest && latest < asAt.Began ? asAt.Began : latest;

    private static DateTimeOffset LatestBefore(DateTimeOffset now) => now.AddTicks(-(now.Ticks % Step.Ticks));
}
