using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>A locality's sites, and a form to register another.</summary>
internal sealed class SitesModel(Boards boards, FoldProgress progress, SiteCommands commands, LocalityPolicies policies, TimeProvider clock)
    : SitesPage(boards, commands, clock)
{
    /// <summary>Those in which the administrator has sites or may register the first one.</summary>
    public IReadOnlyList<string> Localities { get; private set; } = [];

    /// <summary>The locality shown; null if one has to be chosen.</summary>
    public string? Locality { get; private set; }

    public IReadOnlyList<Site> Found { get; private set; } = [];

    public ListAddress List => new(Request);

    public static IEnumerable<Option> Kinds => Options.Of<SiteKind>(Labels.Of);

    public Freshness FreshnessOf(Site site) => policies.Of(site.Key.Locality, Now).FreshnessOf(site.Kind).Of(site, Now);

    protected override string Query => new QueryBuilder { { "locality", Locality ?? "" } }.ToString();

    public Task<IActionResult> OnPostRegisterAsync() => Change(async form =>
    {
        var kind = form.Code<SiteKind>("kind", "Choose the kind of site.");
        var details = SiteFields.Read(form, new(kind, ""));
        return form.IsValid && KeyOf(form, details) is { } key && await Register(form, key, details)
            ? $"{details.Name} is on the board. It shows no vacancies until the site declares them."
            : null;
    });

    protected override async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        Localities = Mine.LocalitiesOf(Boards.All.Select(board => board.Locality));
        var wanted = SiteKey.PartFrom(Request.Query["locality"].ToString());
        Locality = wanted ?? (Localities is [var only] ? only : null);
        Found = Locality is null || Boards.Find(Locality) is not { } board
            ? []
            : [.. board.Sites().Where(site => site.Details is not null && Mine.Covers(Scope.Of(site.Key))).OrderBy(site => site.Details!.Name, StringComparer.OrdinalIgnoreCase)];
        return wanted is null || Mine.IsEverywhere || Localities.Contains(wanted);
    }

    /// <summary>A new site's key; null if it cannot have one here, with a problem added to the form.</summary>
    private SiteKey? KeyOf(SentForm form, SiteDetails details)
    {
        if (Locality is null)
        {
            form.AddProblem(null, "Choose a locality first.");
            return null;
        }

        if (SiteKey.PartFrom(details.Name) is not { } part)
        {
            form.AddProblem("name", "A site’s name must have letters or numbers.");
            return null;
        }

        if (details.Kind != SiteKind.Ward)
        {
            return Free(form, SiteKey.Of(Locality, part), details);
        }

        if (HospitalPart(Locality, details.Hospital!) is { } hospital)
        {
            return Free(form, SiteKey.OfWard(Locality, hospital, part), details);
        }

        form.AddProblem("hospital", "A hospital’s name must have letters or numbers.");
        return null;
    }

    /// <summary>A form sent twice finds its own site under the key, which is not an error.</summary>
    private SiteKey? Free(SentForm form, SiteKey key, SiteDetails details)
    {
        if (!Mine.Covers(Scope.Of(key)))
        {
            form.AddProblem("name", $"You can register sites only in {string.Join(" or ", Mine.Scopes)}. This site would be {key}.");
            return null;
        }

        if (Boards.Find(key)?.Details is { } known && !known.SaysTheSameAs(details))
        {
            form.AddProblem("name", $"{known.Name} is already on the board as {key}. Choose a different name.");
            return null;
        }

        return key;
    }
}
