using CapacityBoard.Journal;

namespace CapacityBoard.History;

/// <summary>
/// One site's states over time. One is kept at regular intervals of events, and the others are rebuilt from it. States are
/// immutable and share what did not change, so the kept ones are small.
/// </summary>
internal sealed class SiteTrail(int eventsBetweenStates)
{
    private readonly List<PastSite> _kept = [];
    private PastSite _newest;

    /// <summary>The time of its first event.</summary>
    public DateTimeOffset Began => _kept[0].Site.LastAt;

    /// <summary>Adds the state after the site's next event.</summary>
    public void Take(PastSite state)
    {
        if (_kept.Count == 0 || state.Site.Version - _kept[^1].Site.Version >= eventsBetweenStates)
        {
            _kept.Add(state);
        }

        _newest = state;
    }

    /// <summary>
    /// The last kept state before a point, and the entries after it that may also be before the point; no entries if the state is
    /// the answer. Null if the site has nothing before the point.
    /// </summary>
    public (PastSite State, SiteSpan? More)? Before(PastPoint point)
    {
        if (point.Has(_newest))
        {
            return (_newest, null);
        }

        var next = FirstBeyond(point);
        if (next == 0)
        {
            return null;
        }

        var state = _kept[next - 1];
        var last = (next < _kept.Count ? _kept[next] : _newest).Site.Version - 1;
        return (state, last > state.Site.Version ? new SiteSpan(state.Site.Key, state.Site.Version, last) : null);
    }

    /// <summary>The index of the first kept state beyond a point.</summary>
    private int FirstBeyond(PastPoint point)
    {
        var (low, high) = (0, _kept.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = point.Has(_kept[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
