using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>The outcome of registering a site with details, by the same decision that its grain makes.</summary>
internal static class Registration
{
    public static Decision Decide(SiteDetails details, Site site) => SiteDecisions.Decide(new RegisterSite(details), site, default);
}
