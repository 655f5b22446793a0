using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>What registering a site with details would come to: the very decision that its grain makes.</summary>
internal static class Registration
{
    public static Decision Decide(SiteDetails details, Site site) => SiteDecisions.Decide(new RegisterSite(details), site, default);
}
