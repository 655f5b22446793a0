using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.History;

/// <summary>One locality at a past time: its sites' states, and the instant for figures.</summary>
/// <param name="At">The instant for ages, expired holds and other figures.</param>
/// <param name="Version">
/// The journal position of the last event included, which was the board's version then; 0 if there is none yet.
/// </param>
/// <param name="Policy">The locality's policy at that time.</param>
/// <param name="States">By site key, including closed sites.</param>
public sealed record PastLocality(
    string Locality, DateTimeOffset At, long Version, LocalityPolicy Policy, ImmutableSortedDictionary<string, PastSite> States)
{
    /// <summary>All sites, including closed ones.</summary>
    public IEnumerable<Site> Sites => States.Values.Select(state => state.Site);

    /// <summary>A site's state, open or closed; null if it was not registered yet.</summary>
    public Site? Find(SiteKey key) => States.TryGetValue(key.Value, out var state) ? state.Site : null;
}
