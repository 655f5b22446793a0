using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Offers;

/// <summary>Where a person stands in the locality's choice policy. Its days count from the first suitable offer.</summary>
/// <param name="From">The day of the first suitable offer.</param>
/// <param name="Steps">The letters and the move to an interim place, in their order.</param>
public sealed record ChoiceClock(WaitsOn WaitsOn, DateOnly From, DateOnly Today, IReadOnlyList<ChoiceStep> Steps)
{
    /// <summary>Days since the first suitable offer; 0 on its day.</summary>
    public int Days => Math.Max(0, Today.DayNumber - From.DayNumber);

    /// <summary>The next step while the family's choice is waited for; null if nothing is left, or something else is waited for.</summary>
    public ChoiceStep? Next => WaitsOn == WaitsOn.Choice ? Steps.FirstOrDefault(step => step.Done is null) : null;

    /// <summary>True if the next step's day has passed.</summary>
    public bool IsOverdue => Next?.Due < Today;

    /// <summary>The steps to show: all while the choice is waited for, and otherwise those that were taken.</summary>
    public IEnumerable<ChoiceStep> Shown => Steps.Where(step => WaitsOn == WaitsOn.Choice || step.Done is not null);

    /// <summary>"Day 3: first suitable place offered Thursday 26 November."</summary>
    public string Words => $"{(Days == 0 ? "First suitable place offered today" : $"Day {Days}: first suitable place offered {QuickTimes.InSentence(From, Today)}")}.";

    /// <summary>Null if no suitable place was offered.</summary>
    public static ChoiceClock? Of(Stay stay, ChoicePolicy policy, DateTimeOffset now)
    {
        if (stay.Offered?.FirstSuitable is not { } first)
        {
            return null;
        }

        var from = LocalDay.Of(first.Made.At);
        return new(
            stay.WaitsOn,
            from,
            LocalDay.Of(now),
            [
                new(ChoiceLetter.First, from.AddDays(policy.FirstLetterDays), stay.Offered.Given(ChoiceLetter.First)?.On),
                new(ChoiceLetter.Second, from.AddDays(policy.SecondLetterDays), stay.Offered.Given(ChoiceLetter.Second)?.On),
                new(null, from.AddDays(policy.InterimDays), null),
            ]);
    }

    /// <summary>A step in words: "First letter: due tomorrow".</summary>
    public string Of(ChoiceStep step) => (step, step.Due.CompareTo(Today)) switch
    {
        ({ Done: { } done }, _) => $"{step.Name}: given {QuickTimes.InSentence(done, Today)}",
        (_, < 0) => $"{step.Name}: was due {QuickTimes.InSentence(step.Due, Today)}",
        _ => $"{step.Name}: due {QuickTimes.InSentence(step.Due, Today)}",
    };
}

/// <param name="Letter">The letter; null for the move to an interim place, which ends the stay.</param>
/// <param name="Due">By the policy.</param>
/// <param name="Done">The day on which the letter was given; null if it was not.</param>
public sealed record ChoiceStep(ChoiceLetter? Letter, DateOnly Due, DateOnly? Done)
{
    public string Name => Letter switch
    {
        ChoiceLetter.First => "First letter",
        ChoiceLetter.Second => "Second letter",
        _ => "Move to an interim place",
    };
}
