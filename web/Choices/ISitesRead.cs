using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>The sites of the localities behind a choice list. Each locality is read once.</summary>
internal interface ISitesRead
{
    /// <summary>All sites of the localities read so far.</summary>
    IEnumerable<Site> Sites { get; }

    /// <summary>A locality's sites, the same at every call; none if there is no such locality.</summary>
    ValueTask<IReadOnlyList<Site>> Of(string locality);
}
