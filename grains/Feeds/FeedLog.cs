namespace CapacityBoard.Feeds;

/// <summary>
/// Adds entries to a hospital's feed. What waits at the same time is written together. If another activation has added since, its entries are
/// read on first. Not for several threads.
/// </summary>
internal sealed class FeedLog(string hospital, IFeedStore store, HospitalFeed feed, Settling settling)
{
    private readonly List<Pending> _pending = [];
    private Task _writing = Task.CompletedTask;
    private long _settled;

    /// <summary>True if there are entries that the store does not have as settled.</summary>
    public bool Unsettled => _settled < feed.Last;

    /// <summary>Reads the feed. What the board may not agree with yet is to be settled.</summary>
    public async Task Load(CancellationToken token)
    {
        var stored = await store.Read(hospital, 0, token);
        foreach (var entry in stored.Entries)
        {
            if (entry.Number > stored.Settled)
            {
                Take(entry);
            }
            else
            {
                feed.Take(entry);
            }
        }

        feed.Reach(stored.Last);
        _settled = stored.Settled;
    }

    /// <summary>Adds an entry and takes it in; it is durable when the task completes.</summary>
    public Task<Touched> Add(FeedEntry entry)
    {
        var pending = new Pending(entry, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _pending.Add(pending);
        if (_writing.IsCompleted)
        {
            _writing = Write();
        }

        return pending.Done.Task;
    }

    /// <summary>Notes in the store that the board agrees with everything, if it does, and forgets messages.</summary>
    public async Task Settle(bool agrees, IReadOnlyCollection<long> forgotten)
    {
        var settled = agrees ? feed.Last : _settled;
        await store.Settle(hospital, settled, forgotten);
        _settled = settled;
        if (forgotten.Count > 0)
        {
            feed.Forget(forgotten);
        }
    }

    private async Task Write()
    {
        // The first of a batch waits for those that come at the same moment.
        await Task.Yield();
        while (_pending.Count > 0)
        {
            var batch = _pending.ToArray();
            _pending.Clear();
            try
            {
                await Write(batch);
            }
            catch (Exception failure)
            {
                foreach (var pending in batch)
                {
                    pending.Done.TrySetException(failure);
                }
            }
        }
    }

    private async Task Write(Pending[] batch)
    {
        while (!await store.Append(hospital, feed.Last, [.. batch.Select(each => each.Entry)]))
        {
            var others = await store.Read(hospital, feed.Last);
            foreach (var entry in others.Entries)
            {
                feed.Take(entry);
            }

            feed.Reach(others.Last);
        }

        foreach (var pending in batch)
        {
            pending.Done.TrySetResult(Take(new(feed.Last + 1, pending.Entry)));
        }
    }

    private Touched Take(NumberedEntry entry)
    {
        settling.Remember(feed.ReadingOf(entry.Entry)?.Statements ?? []);
        var touched = feed.Take(entry);
        settling.Owe(touched);
        return touched;
    }

    private sealed record Pending(FeedEntry Entry, TaskCompletionSource<Touched> Done);
}
