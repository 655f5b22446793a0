using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>A write that waits for the writer, with its caller's answer.</summary>
internal abstract class PendingWrite
{
    public abstract void Complete();

    public abstract void Fail(Exception reason);
}

/// <summary>An append that waits to be recorded.</summary>
internal sealed class PendingAppend(Append append) : PendingWrite
{
    private readonly TaskCompletionSource<AppendResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append => append;

    /// <summary>
    /// Serialised on the caller's thread: the single writer then spends its time on the file, and an event that cannot be
    /// serialised fails only its own caller.
    /// </summary>
    public ImmutableArray<(string Type, string Data)> Rows { get; } = ImmutableArray.CreateRange(append.Events, EventCatalogue.Write);

    /// <summary>The answer to give once the batch is durable.</summary>
    public AppendResult Result { get; set; }

    public Task<AppendResult> Answer => _answer.Task;

    /// <summary>What was recorded: none where the result is not that it was.</summary>
    public IEnumerable<JournalEntry> Recorded => Result.Status == AppendStatus.Appended
        ? append.Events.Select((happened, each) => Entry(happened, append.Events.Length - 1 - each))
        : [];

    public override void Complete() => _answer.TrySetResult(Result);

    public override void Fail(Exception reason) => _answer.TrySetException(reason);

    private JournalEntry Entry(SiteEvent happened, int beforeLast) =>
        new(Result.Position - beforeLast, append.Site, Result.Version - beforeLast, append.At, append.By, append.Operation, happened);
}

/// <summary>Snapshots that wait to be saved, compressed by whoever gives them and not by the writer.</summary>
internal sealed class PendingSnapshots(IReadOnlyList<Snapshot> snapshots) : PendingWrite
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<(Snapshot Snapshot, byte[] Data)> Snapshots { get; } = [.. snapshots.Select(each => (each, StoredSnapshot.DataOf(each)))];

    public Task Answer => _answer.Task;

    public override void Complete() => _answer.TrySetResult();

    public override void Fail(Exception reason) => _answer.TrySetException(reason);
}

/// <summary>A segment that waits to be added.</summary>
internal sealed class PendingSegment(FactSegment segment) : PendingWrite
{
    private readonly TaskCompletionSource<bool> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FactSegment Segment => segment;

    /// <summary>The answer to give once the batch is committed.</summary>
    public bool IsAdded { get; set; }

    public Task<bool> Answer => _answer.Task;

    public override void Complete() => _answer.TrySetResult(IsAdded);

    public override void Fail(Exception reason) => _answer.TrySetException(reason);
}

/// <summary>A test write that waits to prove that the journal can be written.</summary>
internal sealed class PendingProof : PendingWrite
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Answer => _answer.Task;

    public override void Complete() => _answer.TrySetResult();

    public override void Fail(Exception reason) => _answer.TrySetException(reason);
}
