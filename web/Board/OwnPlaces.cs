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

    /// <summary>The one page where the caller works: their site's own, or their locality's board. Null if there are several, or none.</summary>
    public static string? Path(Caller caller, Boards boards)
    {
        var own = Sites(caller, boards);
        var localities = caller.Grants.Select(grant => grant.Scope.Locality).Distinct().ToList();
        return caller.May(Permission.Administer, null) || localities is not [{ } locality] || boards.Find(locality.Value) is null
            ? null
            : own is [var site] && caller.Grants.All(grant => grant.Scope == Scope.Of(site.Key))
                ? Paths.OfSite(site.Key)
                : own.Count == 0 && caller.May(Permission.SeeCounts, locality) ? $"/{locality}" : null;
    }
}
