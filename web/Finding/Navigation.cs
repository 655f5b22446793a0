using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Finding;

/// <summary>The way to the main pages, as far as the caller may open them, and to the same page of other localities.</summary>
/// <param name="Locality">Whose pages the links lead to; null if there is no one locality to choose.</param>
/// <param name="Localities">Those that the caller may see, if there are more than one.</param>
internal sealed record Navigation(string? Locality, IReadOnlyList<PageLink> Links, IReadOnlyList<PageLink> Localities)
{
    /// <summary>The pages that every locality has, by what follows its name in their address.</summary>
    private static readonly string[] OfEveryLocality = ["", "/people", "/plan", "/enquiries", "/grand-round", "/actions", "/assessments", "/reports", "/returns"];

    /// <summary>Null for a caller who is not a person.</summary>
    public static Navigation? Of(HttpContext http, Boards boards)
    {
        if (http.Caller() is not { Kind: CallerKind.Person, LacksSecondFactor: false } caller)
        {
            return null;
        }

        var localities = boards.All.Select(board => board.Locality).Where(each => caller.May(Permission.SeeCounts, Scope.Parse(each))).ToList();
        var locality = http.GetRouteValue("locality") is string named && localities.Contains(named) ? named : localities is [var only] ? only : null;
        var path = http.Request.Path.Value!;
        return new(locality, [.. Marked(To(caller, locality, boards), path)], localities.Count < 2 ? [] : [.. localities.Select(each => Switched(each, locality, path))]);
    }

    private static IEnumerable<(string Name, string Path)> To(Caller caller, string? locality, Boards boards)
    {
        var own = OwnPlaces.Sites(caller, boards);
        if (own is [var site])
        {
            yield return (site.Details!.Name, Paths.OfSite(site.Key));
        }
        else if (own.Count > 1 || locality is null)
        {
            yield return (own.Count > 1 ? "Your services" : "Localities", "/");
        }

        if (locality is not null)
        {
            yield return ("Board", $"/{locality}");
            var seesAll = caller.Where(Permission.SeeCounts).Any(scope => scope.Covers(Scope.Parse(locality)));
            if (seesAll || caller.Where(Permission.SeeStays).Any(scope => IsWithin(scope) && RecordsStays(scope)))
            {
                yield return ("Patients", $"/{locality}/people");
            }

            var reviews = caller.Where(Permission.ReviewStays).Any(IsWithin);
            if (seesAll || reviews)
            {
                yield return ("Grand round", $"/{locality}/grand-round");
            }

            if (caller.May(Permission.PlaceHolds, Scope.Parse(locality)))
            {
                yield return ("Plan", $"/{locality}/plan");
            }

            if (caller.Where(Permission.PlaceHolds).Concat(caller.Where(Permission.AnswerEnquiries).Where(_ => own.Count != 1)).Any(IsWithin))
            {
                yield return ("Enquiries", $"/{locality}/enquiries");
            }

            if (reviews)
            {
                yield return ("Actions", $"/{locality}/actions");
            }

            if (caller.Where(Permission.Assess).Any(IsWithin))
            {
                yield return ("Assessments", $"/{locality}/assessments");
            }

            yield return ("Reports", $"/{locality}/reports");
        }

        if (caller.May(Permission.Administer, null))
        {
            yield return ("Administration", "/admin");
        }

        yield return ("Help", "/help");

        bool RecordsStays(Scope scope) => !SiteKey.TryParse(scope.Value, out var key) || boards.Find(key)?.Kind.RecordsStays() != false;

        bool IsWithin(Scope scope) => scope.Locality is not { } only || only.Value == locality;
    }

    /// <summary>Of two links that lead to where the page is, the longer one says it better.</summary>
    private static IEnumerable<PageLink> Marked(IEnumerable<(string Name, string Path)> links, string path)
    {
        var all = links.ToList();
        var current = all.Select(link => link.Path).Where(each => path == each || (each != "/" && path.StartsWith($"{each}/", StringComparison.Ordinal))).MaxBy(each => each.Length);
        return all.Select(link => new PageLink(link.Name, link.Path, link.Path == current));
    }

    private static PageLink Switched(string to, string? from, string path)
    {
        var page = from is not null && path.StartsWith($"/{from}", StringComparison.Ordinal) ? path[(from.Length + 1)..] : "";
        return new(Labels.OfPart(to), $"/{to}{(OfEveryLocality.Contains(page) ? page : "")}", to == from);
    }
}
