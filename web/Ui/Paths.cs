using CapacityBoard.Beds;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.Ui;

/// <summary>The addresses of pages that other pages link to.</summary>
public static class Paths
{
    public static string OfSite(SiteKey site) => $"/{site.Locality}/sites/{site.Value[(site.Locality.Length + 1)..]}";

    /// <summary>The address of the page with the addresses that a place's people share.</summary>
    public static string OfMessages(SiteKey site) => $"/{site.Locality}/messages?site={Uri.EscapeDataString(site.Value)}";

    /// <summary>The address of a person's page.</summary>
    /// <param name="site">The ward or unit where their stay is or was recorded.</param>
    public static string OfStay(SiteKey site, string reference) =>
        $"/{site.Locality}/stay{new QueryBuilder { { "site", site.Value }, { "stay", reference } }}";

    public static string OfHold(SiteKey site, BedType type) => $"/{site.Locality}/hold?site={Uri.EscapeDataString(site.Value)}&type={Codes.Of(type)}";

    /// <summary>The address of a person's current choice list.</summary>
    /// <param name="site">The ward or unit where they are.</param>
    public static string OfChoices(SiteKey site, string reference) =>
        $"/{site.Locality}/choices{new QueryBuilder { { "site", site.Value }, { "stay", reference } }}";
}
