using System.Collections.Frozen;
using CapacityBoard.Access;
using CapacityBoard.Access.Gate;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CapacityBoard.Finding;

/// <summary>The pages above a page, from the top, as far as its reader may open them.</summary>
internal sealed class Breadcrumbs
{
    /// <summary>Where a page puts the link to the page above it, if nothing else knows that page's name and address.</summary>
    public const string Above = "Above";

    /// <summary>What stands above each page. A page that is not here stands at the top.</summary>
    private static readonly FrozenDictionary<string, Func<Breadcrumbs, PageLink?>[]> Parents = new Dictionary<string, Func<Breadcrumbs, PageLink?>[]>
    {
        ["/Admin/People"] = [Administration],
        ["/Admin/Person"] = [Administration, Accounts],
        ["/Admin/InviteMany"] = [Administration, Accounts],
        ["/Admin/Sites"] = [Administration],
        ["/Admin/AddSites"] = [Administration, Sites],
        ["/Admin/EditSite"] = [Administration, Sites],
        ["/Admin/Keys"] = [Administration],
        ["/Admin/Wallboards"] = [Administration],
        ["/Admin/Policy"] = [Administration],
        ["/Admin/Audit"] = [Administration],
        ["/Feeds/Feeds"] = [Administration],
        ["/Feeds/Feed"] = [Administration, Feeds],
        ["/Feeds/System"] = [Board],
        ["/Import/Import"] = [Administration],
        ["/Postcodes/Postcodes"] = [Administration],
        ["/Changes/Changes"] = [Board],
        ["/Chasing/Chase"] = [Board],
        ["/GrandRounds/GrandRound"] = [Board],
        ["/GrandRounds/Summary"] = [Board],
        ["/GrandRounds/Walk"] = [Board],
        ["/GrandRounds/Actions"] = [Board],
        ["/Enquiries/Enquiries"] = [Board],
        ["/Assessments/Assessments"] = [Board],
        ["/Reports/Reports"] = [Board],
        ["/Reports/Report"] = [Board, Reports],
        ["/Reports/Who"] = [Board, Reports, Given],
        ["/Returns/Returns"] = [Board, Reports],
        ["/Messages/Place"] = [Board, Availability],
        ["/Sites/Site"] = [Board],
        ["/Sites/Ward"] = [Board],
        ["/Sites/People"] = [Board, Availability],
        ["/Holds/Hold"] = [Board],
        ["/People/People"] = [Board],
        ["/Plans/Plan"] = [Board],
        ["/People/Stay"] = [Board, Patients, PatientsThere],
        ["/Choices/Suited"] = [Board, Availability],
        ["/Choices/Choices"] = [Board, Patients, PatientsThere, Person, FullList],
    }.ToFrozenDictionary();

    private readonly HttpContext _http;
    private readonly Caller _caller;
    private readonly Boards _boards;
    private readonly AsAt? _asAt;
    private readonly PageLink? _given;
    private readonly SiteKey? _site;
    private readonly Scope? _home;
    private readonly string _locality;

    private Breadcrumbs(ViewContext view, Caller caller, Boards boards)
    {
        (_http, _caller, _boards) = (view.HttpContext, caller, boards);
        (_asAt, _given) = (view.ViewData[nameof(AsAt)] as AsAt, view.ViewData[Above] as PageLink);
        var locality = _http.GetRouteValue("locality") as string ?? "";
        _site = SiteKey.TryParse(_http.GetRouteValue("site") is string part ? $"{locality}/{part}" : Asked("site"), out var site) ? site : null;
        _home = site is not null && Asked("stay") is { Length: > 0 } stay ? Scope.OfHome(boards.FindStay(site, stay)?.Stay) : null;

        // Whoever sees a person as one of their own locality's goes back to that locality.
        _locality = _home is null || caller.May(Permission.SeeCounts, Scope.Parse(locality)) ? locality : _home.Value;
    }

    public static IReadOnlyList<PageLink> Of(ViewContext view, Boards boards) =>
        view.ActionDescriptor is PageActionDescriptor page && Parents.TryGetValue(page.ViewEnginePath, out var parents) && view.HttpContext.Caller() is { } caller
            ? Of(parents, new(view, caller, boards))
            : [];

    /// <summary>The names of the pages that have others above them, as <see cref="AccessTable"/> has them.</summary>
    public static IReadOnlyCollection<string> Pages => Parents.Keys;

    private static IReadOnlyList<PageLink> Of(Func<Breadcrumbs, PageLink?>[] parents, Breadcrumbs of) => [.. parents.Select(parent => parent(of)).OfType<PageLink>()];

    private static PageLink? Administration(Breadcrumbs of) => of.To("/Admin/Admin", "Administration", "/admin");

    private static PageLink? Accounts(Breadcrumbs of) => of.To("/Admin/People", "People", "/admin/people");

    private static PageLink? Feeds(Breadcrumbs of) => of.To("/Feeds/Feeds", "Hospital systems", "/admin/feeds");

    private static PageLink? Sites(Breadcrumbs of) => (of._site?.Locality ?? of.Asked("locality")) is { Length: > 0 } locality
        ? of.To("/Admin/Sites", $"{Labels.OfPart(locality)} sites", $"/admin/sites?locality={Uri.EscapeDataString(locality)}")
        : of.To("/Admin/Sites", "Sites", "/admin/sites");

    private static PageLink? Board(Breadcrumbs of) => of.InLocality("/Board/Board", Labels.OfPart(of._locality), of.AsThen($"/{of._locality}"));

    private static PageLink? Reports(Breadcrumbs of) => of.InLocality("/Reports/Reports", "Reports", $"/{of._locality}/reports");

    private static PageLink? Patients(Breadcrumbs of) => of.InLocality("/People/People", "Patients", $"/{of._locality}/people");

    private static PageLink? Availability(Breadcrumbs of) =>
        of._site is { } site ? of.To("/Sites/Site", of.NameOf(site), of.AsThen(Paths.OfSite(site)), Scope.Of(site)) : null;

    /// <summary>The patients of the ward or unit.</summary>
    private static PageLink? PatientsThere(Breadcrumbs of) => of._site is not { } site ? null
        : of._boards.Find(site)?.Kind == SiteKind.Ward ? of.To("/Sites/Ward", of.NameOf(site), of.AsThen(Paths.OfSite(site)), Scope.Of(site))
        : of.To("/Sites/People", of.NameOf(site), of.AsThen($"{Paths.OfSite(site)}/people"), Scope.Of(site));

    private static PageLink? Person(Breadcrumbs of) =>
        of._site is { } site ? of.To("/People/Stay", of.Asked("stay"), Paths.OfStay(site, of.Asked("stay")), Scope.Of(site), of._home) : null;

    /// <summary>The choice list, above the page of it that is printed for the family.</summary>
    private static PageLink? FullList(Breadcrumbs of) => of._site is { } site && of.Asked("for") == "family"
        ? new("Places", of.AsThen(Paths.OfChoices(site, of.Asked("stay"))), IsCurrent: false)
        : null;

    private static PageLink? Given(Breadcrumbs of) => of._given;

    /// <summary>A person's home may be a locality without a board.</summary>
    private PageLink? InLocality(string page, string name, string path) => _boards.Find(_locality) is null ? null : To(page, name, path, Scope.Parse(_locality));

    private PageLink? To(string page, string name, string path, Scope? at = null, Scope? home = null) =>
        AccessTable.Find(EndpointName.OfPage(page))!.Allows(_caller, at, home) ? new(name, path, IsCurrent: false) : null;

    private string AsThen(string path) => _asAt?.Link(path) ?? path;

    private string NameOf(SiteKey site) => _boards.Find(site)?.Details?.Name ?? Labels.OfPart(site.Name);

    private string Asked(string field) => _http.Request.Query[field].ToString();
}
