using CapacityBoard.Sites;

namespace CapacityBoard.Finding;

/// <summary>What somebody's words may mean.</summary>
/// <param name="MoreSites">How many more sites match than are listed.</param>
/// <param name="Places">In the localities nearest to the place.</param>
/// <param name="MorePlaces">How many more localities are further away.</param>
internal sealed record Found(IReadOnlyList<FoundStay> Stays, IReadOnlyList<FoundSite> Sites, int MoreSites, IReadOnlyList<FoundPlace> Places, int MorePlaces)
{
    public static Found Nothing { get; } = new([], [], 0, [], 0);
}

/// <summary>A person by their reference, in a ward or unit now or gone from there.</summary>
/// <param name="Site">Where the stay is, or was last recorded.</param>
internal sealed record FoundStay(SiteKey Site, string Reference, string Where, string Path);

internal sealed record FoundSite(string Name, string About, string Path);

/// <summary>A place that a locality's beds can be listed by distance from.</summary>
/// <param name="About">What the distances are measured from.</param>
internal sealed record FoundPlace(string Name, string About, string Path);
