namespace CapacityBoard.Sites;

/// <summary>What was decided at a site, as the journal keeps it for good.</summary>
public abstract record SiteEvent;

public sealed record SiteRegistered(SiteDetails Details) : SiteEvent;

public sealed record SiteDetailsRevised(SiteDetails Details) : SiteEvent;

public sealed record SiteClosed(string Reason) : SiteEvent;

public sealed record SiteReopened : SiteEvent;
