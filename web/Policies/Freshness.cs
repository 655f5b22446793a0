namespace CapacityBoard.Policies;

/// <summary>How far the age of a site's last declaration lets its figures be trusted.</summary>
public enum Freshness
{
    Fresh,
    Ageing,
    Stale,

    /// <summary>The site is on the board and has never said anything of its beds.</summary>
    NeverDeclared,

    /// <summary>Something recorded at the site cannot be read by this server, so it shows none of its figures.</summary>
    Unreadable,
}
