using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support;

/// <summary>The journal's contract without a disk. Events are kept as JSON, as a real journal keeps them.</summary>
internal sealed class InMemoryJournal : IJournal
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<long, string?> _fingerprints = [];
    private readonly Dictionary<SiteKey, Snapshot> _snapshots = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The next append is recorded but fails before it is answered.</summary>
    public bool FailsAfterNextAppend { get; set; }

    public bool FailsSnapshots { get; set; }

    public Task<AppendResult> Append(Append append, CancellationToken token = default)
    {
        lock (_gate)
        {
            var own = OfSite(append.Site).ToList();
            if (own.FindLast(entry => entry.Operation == append.Operation) is { } before)
            {
                return Task.FromResult(new AppendResult(AppendStatus.Repeated, before.Version, Fingerprint: _fingerprints[before.Position]));
            }

            if (own.Count != append.ExpectedVersion)
            {
                return Task.FromResult(new AppendResult(AppendStatus.Conflict, own.Count));
            }

            if (append.Arrival is { } arrival && OtherWardOf(arrival, append.Site) is { } ward)
            {
                return Task.FromResult(new AppendResult(AppendStatus.Elsewhere, own.Count, IsOn: ward));
            }

            Record(append);
            if (FailsAfterNextAppend)
            {
                FailsAfterNextAppend = false;
                throw new JournalUnavailableException("Recorded, and not answered.");
            }

            return Task.FromResult(new AppendResult(AppendStatus.Appended, append.ExpectedVersion + append.Events.Length, _entries.Count));
        }
    }

    public Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<JournalEntry>>([.. OfSite(site).Where(entry => entry.Version > afterVersion)]);
        }
    }

    public Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<JournalEntry>>(
                [.. spans.SelectMany(span => OfSite(span.Site).Where(entry => entry.Version > span.AfterVersion && entry.Version <= span.LastVersion))]);
        }
    }

    public Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<JournalEntry>>([.. _entries.Where(entry => entry.Position > afterPosition).Take(most)]);
        }
    }

    public Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult(OfSite(site).LastOrDefault(entry => entry.Operation == operation) is { } last
                ? new RecordedOperation(last.Version, _fingerprints[last.Position])
                : (RecordedOperation?)null);
        }
    }

    public async Task WaitBeyond(long position, CancellationToken token)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_entries.Count > position)
                {
                    return;
                }

                more = _more.Task;
            }

            await more.WaitAsync(token);
        }
    }

    public Task ProveWritable(CancellationToken token = default) => Task.CompletedTask;

    public Task<long> LastPosition(CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult((long)_entries.Count);
        }
    }

    public Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult(_snapshots.GetValueOrDefault(site));
        }
    }

    public Task SaveSnapshot(SiteKey site, Snapshot snapshot, CancellationToken token = default)
    {
        lock (_gate)
        {
            _snapshots[site] = FailsSnapshots ? throw new JournalUnavailableException("The disk is full.") : snapshot;
            return Task.CompletedTask;
        }
    }

    private IEnumerable<JournalEntry> OfSite(SiteKey site) => _entries.Where(entry => entry.Site == site);

    private SiteKey? OtherWardOf(StayArrival arrival, SiteKey ward) => _entries
        .Where(entry => entry.Site != ward && entry.Site != arrival.From && entry.Site.HospitalKey == ward.HospitalKey
            && StayArrival.ComingOrGoing(entry.Site, [entry.Event]).Contains(arrival.Reference, StayReferences.Comparer))
        .GroupBy(entry => entry.Site)
        .FirstOrDefault(at => StayArrival.Of(at.Key, [at.Last().Event]) is not null)?.Key;

    private void Record(Append append)
    {
        var version = append.ExpectedVersion;
        foreach (var happened in append.Events)
        {
            var (name, json) = EventCatalogue.Write(happened);
            version++;
            _entries.Add(new(_entries.Count + 1, append.Site, version, append.At, append.By, append.Operation, EventCatalogue.Current.Read(name, json)));
            _fingerprints[_entries.Count] = append.Fingerprint;
        }

        _more.SetResult();
        _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
