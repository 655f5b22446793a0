using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// How <see cref="AccessTable"/> names endpoints: <c>GET /api/localities</c>; <c>POST …site/place-hold</c> for all four kinds of
/// site; <c>PAGE /Sites/Site</c>, and <c>PAGE /Sites/Site POST Suspend</c> for one of its forms; <c>HUB BoardHub</c>, and <c>HUB
/// BoardHub Watch</c> for its methods.
/// </summary>
internal static partial class EndpointName
{
    /// <summary>The names of the program's route patterns, cached so that no request computes them again.</summary>
    private static readonly ConcurrentDictionary<string, string> Patterns = new();

    public static string Of(Endpoint endpoint, string method)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            return OfPage(page.ViewEnginePath);
        }

        if (endpoint.Metadata.GetMetadata<HubMetadata>() is { } hub)
        {
            return OfHub(hub.HubType);
        }

        var pattern = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName ?? "";
        return $"{(HttpMethods.IsHead(method) ? HttpMethods.Get : method)} {Patterns.GetOrAdd(pattern, Shorten)}";
    }

    public static string OfPage(string path) => $"PAGE {path}";

    /// <param name="handler">The name of the page's handler as its form writes it; null for the page's only one.</param>
    public static string OfForm(string path, string method, string? handler) => $"{OfPage(path)} {method.ToUpperInvariant()} {handler}".TrimEnd();

    public static string OfHub(Type hub) => $"HUB {hub.Name}";

    public static string OfHubMethod(Type hub, string method) => $"{OfHub(hub)} {method}";

    private static string Shorten(string pattern) => Site().Replace($"/{pattern.Trim('/')}", "…site");

    [GeneratedRegex("^/api/localities/{locality}/(care-homes/{site}|home-care-providers/{site}|intermediate-care-units/{site}|hospitals/{hospital}/wards/{ward})")]
    private static partial Regex Site();
}
