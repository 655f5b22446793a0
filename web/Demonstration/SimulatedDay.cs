using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration;

/// <summary>What happens next at some site, as its people might say it.</summary>
internal sealed class SimulatedDay(Random random, TimeProvider clock)
{
    private readonly PlaceDay _places = new(random);
    private readonly WardDay _wards = new(random);

    /// <summary>A command that the site may well accept; null where nothing comes to mind.</summary>
    /// <param name="all">All sites, for whoever looks beyond their own.</param>
    public (SiteCommand Command, string By)? Next(Site site, IReadOnlyList<Site> all)
    {
        var now = clock.GetUtcNow();
        return site.Kind == SiteKind.Ward ? _wards.Next(site, all, now) : _places.Next(site, all, now);
    }
}
