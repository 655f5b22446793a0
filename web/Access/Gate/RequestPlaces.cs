using CapacityBoard.Sites;

namespace CapacityBoard.Access.Gate;

/// <summary>Finds the place that a request concerns.</summary>
internal static class RequestPlaces
{
    /// <summary>
    /// Null for anywhere. An address that names no valid place counts as everywhere, so that only callers with that scope get
    /// past the check.
    /// </summary>
    public static Scope? Of(AccessPlace place, HttpContext http) => place switch
    {
        AccessPlace.Everywhere => Scope.Everywhere,
        AccessPlace.Locality => ScopeOf(Part(http, "locality")),
        AccessPlace.Hospital => ScopeOf($"{Part(http, "locality")}/{Part(http, "hospital")}"),
        AccessPlace.Site => ScopeOf(SiteOf(http)),
        AccessPlace.SiteInQuery or AccessPlace.StayInQuery => ScopeOf(http.Request.Query["site"].ToString() is { Length: > 0 } site ? site : Part(http, "locality")),
        _ => null,
    };

    /// <summary>The home locality of the stay that a request concerns; null if irrelevant or not known.</summary>
    public static Scope? HomeOf(AccessPlace place, HttpContext http) =>
        place == AccessPlace.StayInQuery
        && SiteKey.TryParse(http.Request.Query["site"], out var site)
        && http.Request.Query["stay"].ToString() is { Length: > 0 } reference
            ? http.RequestServices.GetRequiredService<IStayHomes>().Find(site, reference)
            : null;

    private static string SiteOf(HttpContext http) => Part(http, "ward") is { Length: > 0 } ward
        ? $"{Part(http, "locality")}/{Part(http, "hospital")}/{ward}"
        : $"{Part(http, "locality")}/{Part(http, "site")}";

    private static Scope ScopeOf(string text) => Scope.TryParse(text, out var scope) ? scope : Scope.Everywhere;

    private static string Part(HttpContext http, string name) => http.Request.RouteValues[name]?.ToString() ?? "";
}
