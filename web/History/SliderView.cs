namespace CapacityBoard.History;

/// <summary>The slider through the last day: quarter hours up to the last one, as far back as there is anything.</summary>
/// <param name="Latest">The moment at its end.</param>
/// <param name="Steps">How many quarter hours it goes back from there; 0 where it has nowhere to go.</param>
/// <param name="Value">The step that is nearest to the moment shown.</param>
public sealed record SliderView(DateTimeOffset Latest, int Steps, int Value)
{
    private const int MostSteps = 24 * 4;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>False where there was nothing yet a day ago.</summary>
    public bool IsWholeDay => Steps == MostSteps;

    public static SliderView Of(AsAt asAt)
    {
        var latest = LatestBefore(asAt.Now);
        var steps = (int)Math.Clamp((latest - asAt.Began) / Step, 0, MostSteps);
        return new(latest, steps, (int)Math.Round(Math.Clamp(steps - (latest - asAt.At) / Step, 0, steps)));
    }

    /// <summary>Where to begin to look back: the last full quarter of an hour, or the earliest moment where that is later.</summary>
    public static DateTimeOffset FirstLook(AsAt asAt) => LatestBefore(asAt.Now) is var latest && latest < asAt.Began ? asAt.Began : latest;

    private static DateTimeOffset LatestBefore(DateTimeOffset now) => now.AddTicks(-(now.Ticks % Step.Ticks));
}
