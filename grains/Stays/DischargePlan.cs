using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Where a person is to go, what that place needs to be, and why they are not there yet.</summary>
/// <param name="Days">What was said of the last days, the oldest first; older ones are in the journal.</param>
/// <param name="Choices">The choice list that the person or family was given last; null where none was.</param>
[GenerateSerializer, Immutable]
public sealed record DischargePlan(
    Pathway? Pathway, Needs? Needs, ImmutableArray<Delay> Delays, ImmutableArray<MarkedDay> Days, ChoiceListGivenOut? Choices = null)
{
    public static DischargePlan Empty { get; } = new(null, null, [], []);

    /// <summary>What was said of a day; null where nothing was, so that it is red.</summary>
    public MarkedDay? Of(DateOnly day) => Days.FirstOrDefault(marked => marked.Day == day);
}

/// <summary>A choice list that was printed for a person or family: made again from the board's version and the instant.</summary>
[GenerateSerializer, Immutable]
public sealed record ChoiceListGivenOut(long Version, DateTimeOffset At, Stamp Given);
