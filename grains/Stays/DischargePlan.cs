using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Where a person is to go, what that place needs to be, and why they are not there yet.</summary>
/// <param name="Days">What was said of the last days, the oldest first; older ones are in the journal.</param>
/// <param name="Choices">The choice list that the person or family was given last; null where none was.</param>
[GenerateSerializer, Alias("board.discharge-plan"), Immutable]
public sealed record DischargePlan(
    [Id(0)] Pathway? Pathway, [Id(1)] Needs? Needs, [Id(2)] ImmutableArray<Delay> Delays, [Id(3)] ImmutableArray<MarkedDay> Days, [Id(4)] ChoiceListGivenOut? Choices = null)
{
    public static DischargePlan Empty { get; } = new(null, null, [], []);

    /// <summary>What was said of a day; null where nothing was, so that it is red.</summary>
    public MarkedDay? Of(DateOnly day) => Days.FirstOrDefault(marked => marked.Day == day);
}

/// <summary>A choice list that was printed for a person or family: made again from the board's version and the instant.</summary>
[GenerateSerializer, Alias("board.choice-list-given-out"), Immutable]
public sealed record ChoiceListGivenOut([Id(0)] long Version, [Id(1)] DateTimeOffset At, [Id(2)] Stamp Given);
