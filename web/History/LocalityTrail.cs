using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.History;

/// <summary>The trails of a locality's sites. One thread adds to them, any may ask.</summary>
internal sealed class LocalityTrail(int eventsBetweenStates)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SiteTrail> _sites = new(StringComparer.Ordinal);

    private DateTimeOffset _began = DateTimeOffset.MaxValue;

    /// <summary>The earliest time of any event; the maximum before there is one.</summary>
    public DateTimeOffset Began
    {
        get
        {
            lock (_gate)
            {
                return _began;
            }
        }
    }

    /// <summary>The time of a site's earliest event; null if there is none.</summary>
    public DateTimeOffset? BeganOf(SiteKey site)
    {
        lock (_gate)
        {
            return _sites.TryGetValue(site.Value, out var trail) ? trail.Began : null;
        }
    }

    public void Take(PastSite state)
    {
        lock (_gate)
        {
            if (!_sites.TryGetValue(state.Site.Key.Value, out var trail))
            {
                _sites.Add(state.Site.Key.Value, trail = new(eventsBetweenStates));
            }

            trail.Take(state);
            _began = state.Site.LastAt < _began ? state.Site.LastAt : _began;
        }
    }

    /// <summary>
    /// Each site's last kept state before a point, by site key, and the spans of entries that may hold more from before it.
    /// </summary>
    public (Dictionary<string, PastSite> States, List<SiteSpan> More) Before(PastPoint point)
    {
        var (states, more) = (new Dictionary<string, PastSite>(StringComparer.Ordinal), new List<SiteSpan>());
        lock (_gate)
        {
            foreach (var (key, trail) in _sites)
            {
                if (trail.Before(point) is { } before)
                {
                    states.Add(key, before.State);
                    more.AddRange(before.More is { } span ? [span] : []);
                }
            }
        }

        return (states, more);
    }
}
