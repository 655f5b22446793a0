using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports.Facts;

/// <summary>The histories of one locality's bed lines and holds, and its sites' declarations, folded from its entries.</summary>
internal sealed class BedHistories
{
    private readonly Dictionary<SiteKey, SiteBeds> _sites = [];
    private readonly Dictionary<(SiteKey Site, string Id), HoldHistory> _holds = [];

    public HoldHistory[] Holds() => [.. _holds.Values];

    public LineHistory[] Lines() =>
        [.. _sites.SelectMany(site => site.Value.Lines.Select(line => new LineHistory(site.Key, line.Key, line.Value.Seen())))];

    public DeclarationHistory[] Declarations() =>
        [.. _sites.Select(site => new DeclarationHistory(site.Key, site.Value.Kind, site.Value.Declared.Seen()))];

    /// <summary>Folds an entry. Never throws, whatever the entry contains.</summary>
    /// <param name="after">The site after the entry.</param>
    public void Fold(JournalEntry entry, Site after)
    {
        if (entry.Event is PlanEvent or GrandRounds.ReviewEvent)
        {
            return;
        }

        if (!_sites.TryGetValue(entry.Site, out var beds))
        {
            _sites[entry.Site] = beds = new(after.Kind);
        }

        FoldLines(beds, entry, after);
        FoldDeclared(beds, entry, after);
        FoldHold(entry);
    }

    private static void FoldLines(SiteBeds beds, JournalEntry entry, Site after)
    {
        foreach (var type in beds.Lines.Keys.Union(after.Capacity.Lines.Select(line => line.Type)).ToList())
        {
            var line = after.Closed is null ? after.Capacity.Line(type) : null;
            var state = new LineState(entry.At, line?.Total ?? 0, line?.Occupied ?? 0, line?.Closed ?? 0);
            if (!beds.Lines.TryGetValue(type, out var states))
            {
                beds.Lines[type] = states = new();
            }

            if (!states.Last.SaysTheSameAs(state))
            {
                states.Add(state);
            }
        }
    }

    private static void FoldDeclared(SiteBeds beds, JournalEntry entry, Site after)
    {
        if (entry.Event is SiteReopened)
        {
            beds.Declared.Add(new(entry.At, Begins: true));
        }
        else if (after.Capacity.Declared is { } declared && declared.At != beds.LastDeclared)
        {
            beds.Declared.Add(new(declared.At, Begins: beds.Declared.IsEmpty));
            beds.LastDeclared = declared.At;
        }
    }

    private void FoldHold(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case HoldPlaced e:
                _holds[(entry.Site, e.Id)] = new(entry.Site, e.Type, e.Stay, entry.At, e.Until);
                break;
            case HoldExtended e when _holds.TryGetValue((entry.Site, e.Id), out var hold):
                _holds[(entry.Site, e.Id)] = hold with { Until = e.Until };
                break;
            case HoldDeclined e:
                End(entry, e.Id, HoldEnding.Declined);
                break;
            case HoldReleased e:
                End(entry, e.Id, HoldEnding.Released);
                break;
            case HoldBecameAdmission e:
                End(entry, e.Id, HoldEnding.Admitted);
                break;
            case StayAdmitted { Hold: { } id }:
                End(entry, id, HoldEnding.Admitted);
                break;
            case TransferAccepted { Hold: { } id }:
                End(entry, id, HoldEnding.Admitted);
                break;
        }
    }

    private void End(JournalEntry entry, string id, HoldEnding ending)
    {
        if (_holds.TryGetValue((entry.Site, id), out var hold) && hold.Ended is null)
        {
            _holds[(entry.Site, id)] = hold with { Ending = ending, Ended = entry.At };
        }
    }

    private sealed class SiteBeds(SiteKind kind)
    {
        public SiteKind Kind => kind;

        public Dictionary<BedType, AppendOnlyList<LineState>> Lines { get; } = [];

        public AppendOnlyList<DeclaredAt> Declared { get; } = new();

        public DateTimeOffset? LastDeclared { get; set; }
    }
}
