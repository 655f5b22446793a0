namespace CapacityBoard.Sites;

/// <summary>Something decided at a site, which the journal keeps for good.</summary>
public abstract record SiteEvent;

public sealed record SiteRegistered(SiteDetails Details) : SiteEvent;

public sealed record SiteDetailsRevised(SiteDetails Details) : SiteEvent;

public sealed record SiteClosed(string Reason) : SiteEvent;

public sealed record SiteReopened : SiteEvent;
