namespace CapacityBoard.Journal.Sqlite;

/// <summary>What the writer has taken from its queue to write next, by what each is.</summary>
internal sealed class SqliteBatch
{
    public List<PendingAppend> Appends { get; } = new(WriteQueue<PendingWrite>.LargestBatch);

    public List<PendingSnapshots> Snapshots { get; } = [];

    public List<PendingSegment> Segments { get; } = [];

    public List<PendingProof> Proofs { get; } = [];

    public bool IsFull => Appends.Count + Snapshots.Count + Segments.Count + Proofs.Count >= WriteQueue<PendingWrite>.LargestBatch;

    public void Clear()
    {
        Appends.Clear();
        Snapshots.Clear();
        Segments.Clear();
        Proofs.Clear();
    }

    public void Add(PendingWrite write)
    {
        switch (write)
        {
            case PendingAppend append:
                Appends.Add(append);
                break;
            case PendingSnapshots snapshots:
                Snapshots.Add(snapshots);
                break;
            case PendingSegment segment:
                Segments.Add(segment);
                break;
            default:
                Proofs.Add((PendingProof)write);
                break;
        }
    }
}
