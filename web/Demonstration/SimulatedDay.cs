using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration;

/// <summary>The next event at a site, as its staff might record it.</summary>
internal sealed class SimulatedDay(Random random, TimeProvider clock)
{
    private readonly PlaceDay _places = new(random);
    private readonly WardDay _wards = new(random);

    /// <summary>A command that the site is likely to accept; null if there is none.</summary>
    /// <param name="all">All sites, for events that involve others.</param>
    public (SiteCommand Command, string By)? Next(Site site, IReadOnlyList<Site> all)
    {
        var now = clock.GetUtcNow();
        return site.Kind == SiteKind.Ward ? _wards.Next(site, all, now) : _places.Next(site, all, now);
    }
}
