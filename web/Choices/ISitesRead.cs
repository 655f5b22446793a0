using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>The sites of the localities that a choice list is made of, each locality read once.</summary>
internal interface ISitesRead
{
    /// <summary>All sites of all localities that were read.</summary>
    IEnumerable<Site> Sites { get; }

    /// <summary>A locality's sites, the same each time they are asked for; none where there is no such locality.</summary>
    ValueTask<IReadOnlyList<Site>> Of(string locality);
}
