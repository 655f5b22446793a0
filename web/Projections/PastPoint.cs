using CapacityBoard.Journal;

namespace CapacityBoard.Projections;

/// <summary>
/// A cut through the journal: everything decided up to an instant and recorded up to a position. For any one site these are its
/// first events, since neither its times nor its positions ever go back.
/// </summary>
public readonly record struct PastPoint(DateTimeOffset At, long Position)
{
    public static PastPoint AtInstant(DateTimeOffset at) => new(at, long.MaxValue);

    public static PastPoint AtVersion(long position) => new(DateTimeOffset.MaxValue, position);

    public bool Has(JournalEntry entry) => entry.At <= At && entry.Position <= Position;
}
