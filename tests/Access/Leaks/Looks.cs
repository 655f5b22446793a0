using System.Net;
using System.Text.RegularExpressions;
using CapacityBoard.Access.Gate;
using CapacityBoard.History;
using CapacityBoard.Sites;

namespace CapacityBoard.Access.Leaks;

/// <summary>The addresses of everything that can be looked at, each about every place and person that it can be about, as of now and as at a moment before some people moved on.</summary>
internal static partial class Looks
{
    /// <summary>The reference of a person who never was.</summary>
    public const string Nobody = "x9999zq";

    public static IEnumerable<string> At(AskedEndpoint endpoint, LeakWorld world) =>
        from address in Places(endpoint, world)
        from moment in endpoint.Pattern.Contains("{locality", StringComparison.Ordinal) ? (DateTimeOffset?[])[null, world.Then] : [null]
        select moment is { } at ? AsAt.Link(address, at) : address;

    /// <summary>True where who asks makes no difference: it is made anew each time, in a second.</summary>
    public static bool IsTheSameForAll(string address) => address.StartsWith("/openapi/", StringComparison.Ordinal);

    /// <summary>The addresses that a page leads to, by links and by buttons of forms that only ask; what differs in nothing but the values of its query has one kind.</summary>
    public static IEnumerable<(string Address, string Kind)> LinksOn(string path, string html) => Links().Matches(html)
        .Select(link => WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0])
        .Concat(Questions().Matches(html).SelectMany(form => Buttons().Matches(form.Value)).Select(button => $"?{button.Groups[1].Value}={button.Groups[2].Value}"))
        .Where(link => link.Length > 1 && link[0] is '/' or '?' && !link.StartsWith("/dist/", StringComparison.Ordinal))
        .Select(link => link[0] == '?' ? $"{path}{link}" : link)
        .Select(link => (link, Values().Replace(link, "")));

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

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<form[^>]*method=\"get\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Questions();

    [GeneratedRegex("<button[^>]*name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Buttons();

    [GeneratedRegex("(?<==)[^&]*")]
    private static partial Regex Values();
}
