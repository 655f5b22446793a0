using System.Collections.Immutable;

namespace CapacityBoard.GrandRounds;

/// <summary>What the grand round has recorded for a stay.</summary>
/// <param name="Last">The newest review; null before the first. Older reviews are in the journal.</param>
/// <param name="Open">The actions that are neither done nor dropped, in the order they were agreed.</param>
[GenerateSerializer, Alias("board.round-notes"), Immutable]
public sealed record RoundNotes([Id(0)] Review? Last, [Id(1)] ImmutableArray<AgreedAction> Open)
{
    public static RoundNotes Empty { get; } = new(null, []);

    public AgreedAction? Find(string action) => Open.FirstOrDefault(open => open.Id == action);
}
