using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CapacityBoard.Access.Gate;
using CapacityBoard.History;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Access.Leaks;

/// <summary>The addresses of everything that can be looked at, each about every place and person that it can be about, as of now and as at a moment before some people moved on.</summary>
internal static partial class Looks
{
    /// <summary>The reference of a person who never was.</summary>
    public const string Nobody = "x9999zqjvx";

    public static IEnumerable<string> At(AskedEndpoint endpoint, LeakWorld world) =>
        from address in Places(endpoint, world)
        from moment in endpoint.Pattern.Contains("{locality", StringComparison.Ordinal) ? (DateTimeOffset?[])[null, world.Then] : [null]
        select moment is { } at ? AsAt.Link(address, at) : address;

    /// <summary>True where who asks makes no difference: it is made anew each time, in a second.</summary>
    public static bool IsTheSameForAll(string address) => address.StartsWith("/openapi/", StringComparison.Ordinal);

    /// <summary>The addresses that a page leads to, by links and by buttons of forms that only ask; what differs in nothing but the values of its query has one kind.</summary>
    public static IEnumerable<(string Address, string Kind)> LinksOn(string path, string html) => LinksAndQuestions(html.Parsed())
        .Where(link => link.Length > 1 && link[0] is '/' or '?' && !link.StartsWith("/dist/", StringComparison.Ordinal))
        .Select(link => link[0] == '?' ? $"{path}{link}" : link)
        .Select(link => (link, Values().Replace(link, "")));

    private static IEnumerable<string> LinksAndQuestions(IHtmlDocument page) => page.Links().Select(link => link.Split('#')[0])
        .Concat(page.QuerySelectorAll("form[method=get] button[name][value]").Select(button => $"?{button.GetAttribute("name")}={button.GetAttribute("value")}"));

    private static IEnumerable<string> Places(AskedEndpoint endpoint, LeakWorld world)
    {
        var at = AccessTable.Find(endpoint.Name)?.At;
        foreach (var (address, locality) in Filled(endpoint))
        {
            var sites = LeakWorld.Sites.Keys.Where(site => locality is null || site.Locality == locality);
            var asked = at switch
            {
                AccessPlace.SiteInQuery => sites.Select(site => $"{address}?site={site}"),
                AccessPlace.StayInQuery => sites.Where(LeakWorld.RecordsStays).SelectMany(site => world.People.Prepend(Nobody), (site, stay) => $"{address}?site={site}&stay={stay}"),
                _ => [address],
            };
            foreach (var each in asked)
            {
                yield return each;
            }
        }
    }

    private static IEnumerable<(string Address, string? Locality)> Filled(AskedEndpoint endpoint)
    {
        var pattern = endpoint.Pattern;
        var isOfSite = pattern.Contains("{site", StringComparison.Ordinal) || pattern.Contains("{ward", StringComparison.Ordinal);
        var sites = LeakWorld.Sites.Keys.Where(site => isOfSite && (site.Hospital is not null) == pattern.Contains("{ward", StringComparison.Ordinal)).ToList();
        SiteKey?[] places = isOfSite ? [.. sites] : pattern.Contains("{locality", StringComparison.Ordinal) ? [LeakWorld.Ward, LeakWorld.FarWard] : [null];
        return from place in places from other in endpoint.Kinds.DefaultIfEmpty("none") select (endpoint.AddressAt(place, other), place?.Locality);
    }

    [GeneratedRegex("(?<==)[^&]*")]
    private static partial Regex Values();
}
