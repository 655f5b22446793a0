using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Where a person is going, what that place needs to offer, and why they are not there yet.</summary>
/// <param name="Days">The marks of the last days, oldest first; older marks are in the journal.</param>
/// <param name="Choices">The last choice list given to the person or family; null if there is none.</param>
[GenerateSerializer, Alias("board.discharge-plan"), Immutable]
public sealed record DischargePlan(
    [Id(0)] Pathway? Pathway, [Id(1)] Needs? Needs, [Id(2)] ImmutableArray<Delay> Delays, [Id(3)] ImmutableArray<MarkedDay> Days, [Id(4)] ChoiceListGivenOut? Choices = null)
{
    public static DischargePlan Empty { get; } = new(null, null, [], []);

    /// <summary>The mark of a day; null if there is none, which makes the day red.</summary>
    public MarkedDay? Of(DateOnly day) => Days.FirstOrDefault(marked => marked.Day == day);
}

/// <summary>A choice list printed for a person or family. It can be made again from the board's version and the instant.</summary>
[GenerateSerializer, Alias("board.choice-list-given-out"), Immutable]
public sealed record ChoiceListGivenOut([Id(0)] long Version, [Id(1)] DateTimeOffset At, [Id(2)] Stamp Given);
