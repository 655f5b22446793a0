using System.Collections.Concurrent;
using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.History;

/// <summary>What each locality knew at any past time, read from the journal when somebody asks.</summary>
/// <remarks>
/// It knows which sites this node has folded. Before asking for a very recent time, wait for <see cref="FoldProgress.UpToDate"/>.
/// </remarks>
public sealed class BoardHistory(SiteReplay replay, LocalityPolicies policies) : IProjection
{
    private readonly ConcurrentDictionary<SiteKey, DateTimeOffset> _began = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _localities = new(StringComparer.Ordinal);

    /// <summary>The time of a locality's earliest event; null if the locality is unknown.</summary>
    public DateTimeOffset? Began(string locality) => _localities.TryGetValue(locality, out var began) ? began : null;

    /// <summary>The time of a site's earliest event; null if the site is unknown.</summary>
    public DateTimeOffset? Began(SiteKey site) => _began.TryGetValue(site, out var began) ? began : null;

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

    public void Begin(PastSite site, DateTimeOffset began) => Note(site.Site.Key, began);

    public void Fold(FoldedEntry folded)
    {
        if (folded is { Before: null, After: { } site })
        {
            Note(site.Key, folded.Entry.At);
        }
    }

    private void Note(SiteKey site, DateTimeOffset began)
    {
        _began.TryAdd(site, began);
        _localities.AddOrUpdate(site.Locality, began, (_, known) => began < known ? began : known);
    }

    private async Task<PastLocality?> Read(string locality, PastPoint point, DateTimeOffset at, CancellationToken token)
    {
        if (Began(locality) is null)
        {
            return null;
        }

        var (sites, _) = await replay.At(locality, point, token);
        return new(
            locality,
            at,
            sites.Select(site => site.Position).DefaultIfEmpty().Max(),
            policies.Of(locality, at),
            sites.ToImmutableSortedDictionary(site => site.Site.Key.Value, site => site, StringComparer.Ordinal));
    }
}
