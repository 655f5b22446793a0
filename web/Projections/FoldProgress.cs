using CapacityBoard.Journal;

namespace CapacityBoard.Projections;

/// <summary>How far this node has folded the journal, and whether that is all there is.</summary>
public sealed class FoldProgress(IJournal journal, TimeProvider clock)
{
    /// <summary>A node that keeps up is milliseconds behind the others; nobody waits longer than this for one that does not.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly CommitSignal _folded = new();
    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _behindSince;

    /// <summary>Completes once everything that the journal held at the start has been folded.</summary>
    public Task CaughtUp => _caughtUp.Task;

    /// <summary>The position of the last entry folded.</summary>
    public long Position => _folded.Position;

    /// <summary>
    /// The last instant at which this node was known to have everything, where it lags behind the journal or cannot read it;
    /// null while it has what was recorded <see cref="LagWatch.Longest"/> ago.
    /// </summary>
    public DateTimeOffset? BehindSince
    {
        get => Interlocked.Read(ref _behindSince) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;
        internal set => Interlocked.Exchange(ref _behindSince, value?.UtcTicks ?? 0);
    }

    /// <summary>
    /// Waits until this node has folded all that was recorded before the call, on whichever node, so that nobody is shown a page
    /// from before their own change. False after a second without that: the journal cannot be read, or this node lags.
    /// </summary>
    public async Task<bool> UpToDate(CancellationToken token)
    {
        await CaughtUp.WaitAsync(token);
        return await WithinWait(async patience => await Folded(await journal.LastPosition(patience).WaitAsync(patience), patience), token);
    }

    /// <summary>The same for an entry that is known to be recorded.</summary>
    public Task<bool> Has(long position, CancellationToken token) => WithinWait(patience => Folded(position, patience), token);

    /// <summary>
    /// The same up to a version that a screen shows, which may come from a node that is a little ahead. True also for a version
    /// that the journal does not have: it was restored from a backup, and the screen is to show what it holds now.
    /// </summary>
    /// <param name="shown">What else has to happen before the screen can be answered.</param>
    public Task<bool> Reached(long version, Func<CancellationToken, Task> shown, CancellationToken token) => WithinWait(
        async patience =>
        {
            if (Position < version && await journal.LastPosition(patience).WaitAsync(patience) >= version)
            {
                await Folded(version, patience);
            }

            await shown(patience);
        },
        token);

    /// <summary>Completes once this node has folded all entries up to a position.</summary>
    public Task Folded(long position, CancellationToken token) => _folded.WaitBeyond(position - 1, token);

    internal void Advance(long position) => _folded.Advance(position);

    internal void CatchUp() => _caughtUp.TrySetResult();

    /// <summary>False where the journal could not be read, or the wait took too long.</summary>
    private async Task<bool> WithinWait(Func<CancellationToken, Task> wait, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(LongestWait, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
        try
        {
            await wait(patience.Token);
            return true;
        }
        catch (Exception over) when (over is JournalUnavailableException || (over is OperationCanceledException && !token.IsCancellationRequested))
        {
            return false;
        }
    }
}
