using CapacityBoard.Access;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>Where a caller works, by what they were granted.</summary>
internal static class OwnPlaces
{
    /// <summary>The caller's own sites that are open. The wards of a whole hospital are not among them.</summary>
    public static IReadOnlyList<Site> Sites(Caller caller, Boards boards) =>
    [
        .. caller.Grants.Select(grant => grant.Scope.Value).Distinct()
            .Select(scope => SiteKey.TryParse(scope, out var key) ? boards.Find(key) : null)
            .OfType<Site>().Where(site => site is { Details: not null, Closed: null }),
    ];

    /// <summary>
    /// The one page where the caller works: their site's own, an assessor's work list, a trusted assessor's enquiries, or their locality's board. Null if there
    /// are several, or none.
    /// </summary>
    public static string? Path(Caller caller, Boards boards)
    {
        var scopes = caller.Grants.Select(grant => grant.Scope).Distinct().ToList();
        var sites = Sites(caller, boards);
        if (caller.May(Permission.Administer, null))
        {
            return null;
        }

        if (sites.Count > 1 && caller.Grants.All(grant => grant.Role == Role.TrustedAssessor) && sites.Select(each => each.Key.Locality).Distinct().ToList() is [var only])
        {
            return $"/{only}/enquiries";
        }

        if (sites is [var site] && scopes.Count == 1)
        {
            return Paths.OfSite(site.Key);
        }

        var localities = scopes.Select(scope => scope.Locality).Distinct().ToList();
        return sites.Count == 0 && localities is [{ } locality] && boards.Find(locality.Value) is not null && caller.May(Permission.SeeCounts, locality)
            ? $"/{locality}{(caller.Grants.All(grant => grant.Role == Role.Assessor) ? "/assessments" : "")}"
            : null;
    }
}
