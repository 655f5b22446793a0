using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.History;

/// <summary>One locality as it stood: the states of its sites, to be looked at as of an instant.</summary>
/// <param name="At">The instant that figures are of: ages, holds that run out and the like are of then.</param>
/// <param name="Version">The journal's position of the last event in it: the board's version then. 0 where there is none yet.</param>
/// <param name="Policy">The locality's policy of then.</param>
/// <param name="States">By the sites' keys, closed sites among them.</param>
public sealed record PastLocality(
    string Locality, DateTimeOffset At, long Version, LocalityPolicy Policy, ImmutableSortedDictionary<string, PastSite> States)
{
    /// <summary>The states of all sites, the closed ones among them.</summary>
    public IEnumerable<Site> Sites => States.Values.Select(state => state.Site);

    /// <summary>A site's state, open or closed; null where it was not registered yet.</summary>
    public Site? Find(SiteKey key) => States.TryGetValue(key.Value, out var state) ? state.Site : null;
}
