namespace CapacityBoard.Policies;

/// <summary>How far a site's figures can be trusted, by the age of its last declaration.</summary>
public enum Freshness
{
    Fresh,
    Ageing,
    Stale,

    /// <summary>The site is on the board but has never declared its beds.</summary>
    NeverDeclared,

    /// <summary>This server cannot read something recorded at the site, so it shows none of its figures.</summary>
    Unreadable,
}
