using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>The histories of one locality's bed lines, holds and enquiries, and its sites' declarations, made of its facts.</summary>
internal sealed class BedHistories
{
    private readonly Dictionary<SiteKey, SiteBeds> _sites = [];
    private readonly Dictionary<(SiteKey Site, string Id), HoldHistory> _holds = [];
    /// <summary>Holds up to an arrival that was undone; from then on each has another history.</summary>
    private readonly List<HoldHistory> _resumed = [];

    private readonly Dictionary<(SiteKey Site, string Id), EnquiryHistory> _enquiries = [];

    public EnquiryHistory[] Enquiries() => [.. _enquiries.Values];

    public HoldHistory[] Holds() => [.. _holds.Values, .. _resumed];

    public LineHistory[] Lines() =>
        [.. _sites.SelectMany(site => site.Value.Lines.Select(line => new LineHistory(site.Key, line.Key, line.Value.Seen())))];

    public DeclarationHistory[] Declarations() =>
        [.. _sites.Select(site => new DeclarationHistory(site.Key, site.Value.Kind, site.Value.Declared.Seen(), site.Value.Opened.Seen()))];

    /// <summary>Never throws, whatever the fact says.</summary>
    public void Take(Fact fact)
    {
        var beds = BedsOf(fact.Site);
        switch (fact)
        {
            case SiteFact e:
                beds.Register(e);
                break;
            case ClosureFact e:
                beds.Opened.Add(new(e.At, IsOpen: false));
                break;
            case LineFact e:
                beds.Take(e);
                break;
            case DeclarationFact e:
                beds.Declare(e);
                break;
            case HoldPlacedFact e:
                _holds[(beds.Site, e.Id)] = new(beds.Site, e.Type, e.Stay, e.At, e.Until);
                break;
            case HoldExtendedFact e when _holds.TryGetValue((e.Site, e.Id), out var hold):
                _holds[(beds.Site, e.Id)] = hold with { Until = e.Until };
                break;
            case HoldEndedFact e when _holds.TryGetValue((e.Site, e.Id), out var hold) && hold.Ended is null:
                _holds[(beds.Site, e.Id)] = hold with { Ending = e.Ending, Ended = e.At };
                break;
            case HoldResumedFact e when _holds.TryGetValue((e.Site, e.Id), out var hold) && hold.Ending == HoldEnding.Admitted:
                _resumed.Add(hold);
                _holds[(beds.Site, e.Id)] = hold with { Placed = e.At, Ending = null, Ended = null };
                break;
            case EnquiryMadeFact e:
                _enquiries[(beds.Site, e.Id)] = new(beds.Site, e.Type, e.Stay, e.From, e.At, e.AnswerBy, e.IsLastMinute);
                break;
            case EnquiryAnsweredFact e when _enquiries.TryGetValue((e.Site, e.Id), out var enquiry) && enquiry.Answered is null:
                _enquiries[(beds.Site, e.Id)] = enquiry with { Answer = e.Answer, Answered = e.At };
                break;
        }
    }

    private SiteBeds BedsOf(SiteKey site)
    {
        if (!_sites.TryGetValue(site, out var beds))
        {
            _sites[site] = beds = new(site);
        }

        return beds;
    }

    /// <param name="site">The same object in all histories of the site.</param>
    private sealed class SiteBeds(SiteKey site)
    {
        public SiteKey Site => site;

        public SiteKind Kind { get; private set; }

        public Dictionary<BedType, AppendOnlyList<LineState>> Lines { get; } = [];

        public AppendOnlyList<DeclaredAt> Declared { get; } = new();

        public AppendOnlyList<OpenedAt> Opened { get; } = new();

        public void Register(SiteFact fact)
        {
            Kind = fact.Kind;
            if (Opened.IsEmpty)
            {
                Opened.Add(new(fact.At, IsOpen: true));
            }
        }

        public void Declare(DeclarationFact fact)
        {
            Declared.Add(new(fact.At, Begins: fact.Reopened || Declared.IsEmpty, fact.Reopened));
            if (fact.Reopened)
            {
                Opened.Add(new(fact.At, IsOpen: true));
            }
        }

        public void Take(LineFact fact)
        {
            if (!Lines.TryGetValue(fact.Type, out var states))
            {
                Lines[fact.Type] = states = new();
            }

            var state = new LineState(fact.At, fact.Total, fact.Occupied, fact.Closed);
            if (!states.Last.SaysTheSameAs(state))
            {
                states.Add(state);
            }
        }
    }
}
