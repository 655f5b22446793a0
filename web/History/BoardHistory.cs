using System.Collections.Concurrent;
using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.History;

/// <summary>
/// What each locality knew at any past time. It keeps each site's state at intervals; to answer, it takes each site's last kept
/// state before the time and folds the few journal entries that follow.
/// </summary>
/// <remarks>
/// It knows what this node has folded. Before asking for a very recent time, wait for <see cref="FoldProgress.UpToDate"/>.
/// </remarks>
public sealed class BoardHistory(IJournal journal, LocalityPolicies policies) : IProjection
{
    private readonly ConcurrentDictionary<string, LocalityTrail> _localities = new(StringComparer.Ordinal);

    /// <summary>
    /// The number of events between a site's kept states. Rebuilding a locality of 150 sites folds half that many for each on
    /// average, 2,400 in all. Half the number would double the memory.
    /// </summary>
    internal int EventsBetweenStates { get; init; } = 32;

    /// <summary>The time of a locality's earliest event; null if the locality is unknown.</summary>
    public DateTimeOffset? Began(string locality) => _localities.TryGetValue(locality, out var trail) ? trail.Began : null;

    /// <summary>The time of a site's earliest event; null if the site is unknown.</summary>
    public DateTimeOffset? Began(SiteKey site) => _localities.TryGetValue(site.Locality, out var trail) ? trail.BeganOf(site) : null;

    /// <summary>
    /// A locality at an instant: everything decided at or before it. Null if the locality is unknown; before its first event it
    /// has no sites.
    /// </summary>
    /// <remarks>
    /// An event's time is when it was decided, by the clock of the deciding node; it is recorded and on the boards some
    /// milliseconds later. The result is therefore the board pushed at that instant, plus any event that was then between its
    /// decision and the screens. Nodes' clocks may differ: an event decided by a node whose clock was ahead is included only from
    /// its own time, although boards showed it earlier. Asking by version does not depend on clocks.
    /// </remarks>
    public Task<PastLocality?> At(string locality, DateTimeOffset at, CancellationToken token) =>
        Read(locality, PastPoint.AtInstant(at), at, token);

    /// <summary>
    /// A locality as a screen saw it: everything up to a journal position (a board's version), with figures at an instant.
    /// </summary>
    public Task<PastLocality?> AtVersion(string locality, long version, DateTimeOffset at, CancellationToken token) =>
        Read(locality, PastPoint.AtVersion(version), at, token);

    public void Fold(FoldedEntry folded)
    {
        if (folded.After is { } site)
        {
            _localities.GetOrAdd(site.Key.Locality, _ => new(EventsBetweenStates)).Take(new(site, folded.Entry.Position));
        }
    }

    private async Task<PastLocality?> Read(string locality, PastPoint point, DateTimeOffset at, CancellationToken token)
    {
        if (!_localities.TryGetValue(locality, out var trail))
        {
            return null;
        }

        var (states, more) = trail.Before(point);
        foreach (var entry in more.Count == 0 ? [] : await journal.ReadSpans(more, token))
        {
            if (point.Has(entry.At, entry.Position))
            {
                states[entry.Site.Value] = new(states[entry.Site.Value].Site.Apply(entry), entry.Position);
            }
        }

        var version = states.Values.Select(state => state.Position).DefaultIfEmpty().Max();
        return new(locality, at, version, policies.Of(locality, at), states.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }
}
