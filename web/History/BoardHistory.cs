using System.Collections.Concurrent;
using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.History;

/// <summary>
/// What each locality knew at any past moment. It keeps a state of each site now and then; to answer, it takes each site's last
/// kept state before the moment and folds on the few entries from the journal that follow.
/// </summary>
/// <remarks>
/// It knows what this node has folded. Whoever asks for a moment that is barely past first waits for
/// <see cref="FoldProgress.UpToDate"/>.
/// </remarks>
public sealed class BoardHistory(IJournal journal, LocalityPolicies policies) : IProjection
{
    private readonly ConcurrentDictionary<string, LocalityTrail> _localities = new(StringComparer.Ordinal);

    /// <summary>
    /// How far apart a site's kept states are. To make a locality of 150 sites anew takes half as many events of each, on
    /// average: 2,400 in all. Half the number would double the memory.
    /// </summary>
    internal int EventsBetweenStates { get; init; } = 32;

    /// <summary>The time of a locality's earliest event; null where the locality is unknown.</summary>
    public DateTimeOffset? Began(string locality) => _localities.TryGetValue(locality, out var trail) ? trail.Began : null;

    /// <summary>The time of a site's earliest event; null where the site is unknown.</summary>
    public DateTimeOffset? Began(SiteKey site) => _localities.TryGetValue(site.Locality, out var trail) ? trail.BeganOf(site) : null;

    /// <summary>
    /// A locality as it stood at an instant: everything that was decided at or before it. Null where the locality is unknown; an
    /// instant before its first event gives one without sites.
    /// </summary>
    /// <remarks>
    /// An event's time is that of its decision, by the clock of the node that decided it; it is recorded, and on the boards,
    /// some milliseconds later. So this is the board that was pushed at that instant wherever nothing was just then on its way
    /// from decision to screen, and otherwise the board with that too. Clocks of nodes may differ: what a node decided whose
    /// clock was ahead is known from its own time on, though boards showed it earlier; what is asked by version does not depend
    /// on clocks.
    /// </remarks>
    public Task<PastLocality?> At(string locality, DateTimeOffset at, CancellationToken token) =>
        Read(locality, PastPoint.AtInstant(at), at, token);

    /// <summary>A locality as a screen saw it: everything up to a journal position (a board's version), with figures as of an instant.</summary>
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
