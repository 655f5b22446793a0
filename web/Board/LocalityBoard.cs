using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Board;

/// <summary>
/// One locality's board: the fold of the journal's entries of its sites. Its version is the position of the
/// last entry folded, so every node gives the same version to the same board.
/// </summary>
/// <param name="policies">By which rows are made. That another policy begins to apply is a boundary of time of all rows.</param>
public sealed class LocalityBoard(string locality, LocalityPolicies policies)
{
    /// <summary>Clocks of two nodes may differ by this much when a screen resumes on another.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>A node may hear of a policy so much later than another; a screen that resumes here may come from there.</summary>
    private static readonly TimeSpan PolicyDifference = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, BoardEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _touched = [];
    private readonly CommitSignal _shown = new();
    private readonly PeopleElsewhere _elsewhere = new(locality);
    private bool _isElsewhereNew;

    /// <summary>The states of all sites, listed when somebody asks; null where one has changed since.</summary>
    private IReadOnlyList<Site>? _sites;

    private BoardUpdate _published = new(locality, 0, 0, DateTimeOffset.MinValue, [], BoardTotals.Of([]), LocalityPolicy.Default);
    private DateTimeOffset _nextBoundary = DateTimeOffset.MaxValue;
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _policySince = DateTimeOffset.MinValue;
    private long _version;

    public string Locality => locality;

    /// <summary>The position of the last entry folded.</summary>
    public long Version
    {
        get
        {
            lock (_gate)
            {
                return _version;
            }
        }
    }

    /// <summary>Where its sites stand; null where no site's position is known.</summary>
    public Extent? Extent { get; private set; }

    /// <summary>When time alone changes a row next; the maximum where never.</summary>
    public DateTimeOffset NextBoundary
    {
        get
        {
            lock (_gate)
            {
                var nextPolicy = policies.HistoryOf(locality).NextAfter(_lookedAt);
                return nextPolicy < _nextBoundary ? nextPolicy : _nextBoundary;
            }
        }
    }

    /// <summary>Takes in a site as entries before have left it.</summary>
    public void Begin(PastSite site)
    {
        lock (_gate)
        {
            Extent = site.Site.Details?.Position is { } position ? Extent.With(Extent, position) : Extent;
            Take(site.Site, site.Position);
            _version = Math.Max(_version, site.Position);
        }
    }

    /// <summary>Takes one entry in. Entries come in the journal's order; one that was folded before is passed over.</summary>
    public void Fold(FoldedEntry folded)
    {
        var entry = folded.Entry;
        lock (_gate)
        {
            if (entry.Position <= _version)
            {
                return;
            }

            Extent = PositionIn(entry.Event) is { } position ? Extent.With(Extent, position) : Extent;
            if (folded.After is { } after)
            {
                Take(after, entry.Position);
            }

            _version = entry.Position;
        }
    }

    /// <summary>
    /// The people of a site are concerned by an entry of another site, of whatever locality: its screens are sent its row
    /// again, so that its page looks anew. False where the site is not on this board.
    /// </summary>
    public bool Touch(SiteKey key, long position)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key.Value, out var entry))
            {
                return false;
            }

            _entries[key.Value] = entry with { Touched = position };
            _touched.Add(key.Value);
            return true;
        }
    }

    /// <summary>
    /// Takes in who of this locality's own people is at a site of another one, after an entry there. The board's version is
    /// that entry's where it changes a count, so that every node gives it the same.
    /// </summary>
    /// <returns>False where no count is changed.</returns>
    public bool FoldElsewhere(Site site, long position)
    {
        lock (_gate)
        {
            if (!_elsewhere.Take(site))
            {
                return false;
            }

            _isElsewhereNew = true;
            _version = Math.Max(_version, position);
            return true;
        }
    }

    /// <summary>
    /// Brings the published board up to what is folded and to now. Answers what changed, following on from the
    /// last answer; null where nothing did. The whole board where the clock was put back: what is older than they show, at the
    /// same version, screens pass over.
    /// </summary>
    public BoardUpdate? Publish(DateTimeOffset now)
    {
        lock (_gate)
        {
            var policy = TakePolicy(now);
            var isNewPolicy = policy != _published.Policy;
            Touch(isNewPolicy, now);
            _lookedAt = now;
            if (!isNewPolicy && !_isElsewhereNew && _touched.Count == 0 && _published.Version == _version)
            {
                return null;
            }

            var rows = Rebuild(policy, now);
            var before = _published;
            var all = _entries.Values.Where(entry => entry.IsOnBoard).Select(entry => entry.Row!).ToImmutableArray();
            _published = new(locality, 0, _version, now, all, rows.IsEmpty && !_isElsewhereNew ? _published.Totals : TotalsOf(all), policy);
            _isElsewhereNew = false;
            _shown.Advance(_version);
            return before.Version == _version && now < before.At ? _published : _published with { From = before.Version, Rows = rows, Follows = before };
        }
    }

    /// <summary>Completes once what was folded up to a version is published.</summary>
    public Task Published(long version, CancellationToken token)
    {
        lock (_gate)
        {
            return _shown.WaitBeyond(Math.Min(version, _version) - 1, token);
        }
    }

    /// <summary>The board as last published, whole.</summary>
    public BoardUpdate Whole()
    {
        lock (_gate)
        {
            return _published;
        }
    }

    /// <summary>The whole board with everything folded, as time has made it by now. It needs no push to have been made.</summary>
    public BoardUpdate AsOf(DateTimeOffset now)
    {
        lock (_gate)
        {
            var policy = policies.Of(locality, now);
            var isNewPolicy = policy != _published.Policy;
            var rows = _entries.Values
                .Where(entry => entry.IsOnBoard)
                .Select(entry => entry.Row is { } row && !isNewPolicy && entry.IsStillSo(policy, now) ? row : entry.RowAt(policy, now))
                .ToImmutableArray();
            return new(locality, 0, _version, now, rows, TotalsOf(rows), policy);
        }
    }

    /// <summary>What changed since a version and an instant that a screen has seen; the whole board where that can't be told, or that instant is so far ahead that time changed a row for the screen alone.</summary>
    public BoardUpdate Since(long version, DateTimeOffset at)
    {
        lock (_gate)
        {
            return version <= 0 || version > _published.Version || at < _policySince + PolicyDifference || _nextBoundary <= at
                ? _published
                : _published with { From = version, Rows = [.. _entries.Values.Where(entry => entry.ChangedSince(version, at - ClockDifference, _published)).Select(entry => entry.Shown!)] };
        }
    }

    /// <summary>The locality's policy at an instant.</summary>
    public LocalityPolicy PolicyAt(DateTimeOffset at) => policies.Of(locality, at);

    /// <summary>A site's state as folded, open or closed; null where it was never registered.</summary>
    public Site? Find(SiteKey key)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(key.Value, out var entry) ? entry.Site : null;
        }
    }

    /// <summary>The states of all sites, as folded, the closed ones among them.</summary>
    public IReadOnlyList<Site> Sites()
    {
        lock (_gate)
        {
            return Listed();
        }
    }

    /// <summary>The states of all sites with the position of the last entry that is in them.</summary>
    public (long Version, IReadOnlyList<Site> Sites) Folded()
    {
        lock (_gate)
        {
            return (_version, Listed());
        }
    }

    /// <summary>The policy of now, noting since when screens may have been shown by it: by a board that is started anew, from its beginning.</summary>
    private LocalityPolicy TakePolicy(DateTimeOffset now)
    {
        var history = policies.HistoryOf(locality);
        var policy = history.At(now);
        _policySince = _published.Version == 0 ? history.Since(now) : policy == _published.Policy ? _policySince : now;
        return policy;
    }

    private IReadOnlyList<Site> Listed() => _sites ??= [.. _entries.Values.Select(entry => entry.Site)];

    private void Take(Site site, long position)
    {
        _sites = null;
        var key = site.Key.Value;
        _entries[key] = _entries.TryGetValue(key, out var before) ? before.After(site, position) : new(site, position);
        _touched.Add(key);
    }

    private BoardTotals TotalsOf(ImmutableArray<BoardRow> rows) => BoardTotals.Of(rows, _elsewhere.Waiting) with { Elsewhere = _elsewhere.Totals };

    /// <summary>Marks what time has changed, also by going back. What a new policy does to a row cannot be told without making it anew.</summary>
    private void Touch(bool isNewPolicy, DateTimeOffset now)
    {
        if (isNewPolicy)
        {
            _touched.UnionWith(_entries.Keys);
        }
        else if (now >= _nextBoundary || now < _lookedAt)
        {
            _touched.UnionWith(_entries.Where(pair => !pair.Value.IsStillSo(_published.Policy, now)).Select(pair => pair.Key));
        }
    }

    private ImmutableArray<BoardRow> Rebuild(LocalityPolicy policy, DateTimeOffset now)
    {
        var rows = ImmutableArray.CreateBuilder<BoardRow>(_touched.Count);
        foreach (var key in _touched)
        {
            rows.Add((_entries[key] = _entries[key].Made(policy, now)).Row!);
        }

        _touched.Clear();
        _nextBoundary = _entries.Values.Select(entry => entry.NextBoundary).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return rows.ToImmutable();
    }

    private static Position? PositionIn(SiteEvent happened) => happened switch
    {
        SiteRegistered e => e.Details.Position,
        SiteDetailsRevised e => e.Details.Position,
        _ => null,
    };
}
