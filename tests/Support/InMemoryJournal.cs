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
    private readonly Dictionary<(SiteKey Site, long Version), Snapshot> _snapshots = [];
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

    /// <summary>Records the next entry as it is, whatever a journal would say to it.</summary>
    public void Take(JournalEntry entry)
    {
        lock (_gate)
        {
            entry.Position.ShouldBe(_entries.Count + 1);
            _entries.Add(entry);
            _fingerprints[entry.Position] = null;
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

    public Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<JournalEntry>>([.. _entries.Where(entry =>
                entry.Event is StayAdmitted or TransferAccepted or DischargeCancelled or StayDischarged or AdmissionCancelled or TransferCompleted
                && StayReferences.AreSame(StayEvents.StayOf(entry.Event), reference))]);
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
            return Task.FromResult(SnapshotsOf(site).LastOrDefault());
        }
    }

    public Task<IReadOnlyList<SnapshotBefore>> ReadSnapshots(string locality, DateTimeOffset at, long position, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<SnapshotBefore>>([.. Sites().Where(site => site.Site.Locality == locality).Select(site => Before(site.Site, at, position))]);
        }
    }

    public Task SaveSnapshots(IReadOnlyList<Snapshot> snapshots, CancellationToken token = default)
    {
        lock (_gate)
        {
            if (FailsSnapshots)
            {
                throw new JournalUnavailableException("The disk is full.");
            }

            foreach (var snapshot in snapshots)
            {
                _snapshots.TryAdd((snapshot.Site, snapshot.Version), snapshot);
            }

            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<RecordedSite>>([.. Sites()]);
        }
    }

    public Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<JournalEntry>>(
                [.. _entries.Where(entry => entry.Position > afterPosition && entry.Site.Locality == locality).Take(most)]);
        }
    }

    private IEnumerable<RecordedSite> Sites() => _entries.Where(entry => entry.Version == 1)
        .OrderBy(entry => entry.Site.Value, StringComparer.Ordinal).Select(entry => new RecordedSite(entry.Site, entry.At));

    private IEnumerable<Snapshot> SnapshotsOf(SiteKey site) => _snapshots.Values.Where(each => each.Site == site).OrderBy(each => each.Version);

    private SnapshotBefore Before(SiteKey site, DateTimeOffset at, long position)
    {
        var before = SnapshotsOf(site).LastOrDefault(each => each.At <= at && each.Position <= position);
        return new(site, before, SnapshotsOf(site).FirstOrDefault(each => each.Version > (before?.Version ?? 0))?.Version);
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
