using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>
/// Adds wards, units or agencies from a pasted table, with the beds that each begins with: checked line by line, then confirmed. What
/// is on the board already stays as it is.
/// </summary>
internal sealed class AddSitesModel(Boards boards, FoldProgress progress, SiteCommands commands, TimeProvider clock) : SitesPage(boards, commands, clock)
{
    private const int LongestName = 200;

    public static ImmutableArray<SiteKind> Kinds { get; } = [SiteKind.Ward, SiteKind.IntermediateCareUnit, SiteKind.HomeCareProvider];

    public SiteKind Kind { get; private set; }

    public IReadOnlyList<string> Localities { get; private set; } = [];

    public IReadOnlyList<string> Hospitals { get; private set; } = [];

    /// <summary>What was pasted.</summary>
    public string Table { get; private set; } = "";

    public string Locality { get; private set; } = "";

    public string? Hospital { get; private set; }

    /// <summary>What will be added, once the table is right; empty before.</summary>
    public ImmutableArray<AddedSite> Added { get; private set; } = [];

    /// <summary>Problems of the confirmed table are shown at the table.</summary>
    public override IReadOnlyList<FieldProblem> Problems => [.. base.Problems.Select(problem => problem with { Field = problem.Field.Replace("confirm", "add", StringComparison.Ordinal) })];

    public static string Plural(SiteKind kind) => kind switch
    {
        SiteKind.Ward => "wards",
        SiteKind.IntermediateCareUnit => "intermediate care units",
        SiteKind.HomeCareProvider => "home care agencies",
        _ => "care homes",
    };

    public string Counted(int count) => count == 1 ? $"1 {Plural(Kind).Replace("ies", "y", StringComparison.Ordinal).TrimEnd('s')}" : $"{count} {Plural(Kind)}";

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await Load();
        var form = await ReadForm();
        Added = Read(form);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        await Load();
        var form = await ReadForm();
        Added = Read(form);
        foreach (var site in Added)
        {
            await Add(form, site);
        }

        if (!form.IsValid)
        {
            Added = [];
            return Page();
        }

        Confirmation = $"{Counted(Added.Length)} {(Added.Length == 1 ? "is" : "are")} on the {Labels.OfPart(Added[0].Key.Locality)} board{(Hospital is null ? "" : $" at {Hospital}")}.";
        return LocalRedirect($"{Request.PathBase}/admin");
    }

    protected override async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        Kind = Codes.TryParse<SiteKind>(Request.Query["kind"], out var kind) && Kinds.Contains(kind) ? kind : SiteKind.Ward;
        Localities = Mine.LocalitiesOf(Boards.All.Select(board => board.Locality));
        Hospitals = [.. Boards.All.SelectMany(board => board.Sites()).Where(site => Mine.Covers(Scope.Of(site.Key))).Select(site => site.Details?.Hospital).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        Locality = SiteKey.PartFrom(Request.Query["locality"].ToString()) ?? (Localities is [var only] ? only : "");
        return true;
    }

    /// <summary>The sites of a table that is right in every line; none if it is not, with the problems in the form.</summary>
    private ImmutableArray<AddedSite> Read(SentForm form)
    {
        Table = form.Text("table") ?? "";
        Hospital = Kind == SiteKind.Ward ? form.Required("hospital", "Enter the hospital’s name.", LongestName) : null;
        Locality = form.Required("locality", "Enter the locality, for example Stockport.", LongestName);
        if (Table.Length == 0)
        {
            form.AddProblem("table", $"Paste a table with a line for each, for example {PastedLine.Example(Kind)}.");
        }

        var pasted = PastedSites.Read(Table, Kind);
        foreach (var problem in pasted.Problems)
        {
            form.AddProblem("table", problem);
        }

        return form.IsValid ? WithKeys(form, pasted.Sites) : [];
    }

    private ImmutableArray<AddedSite> WithKeys(SentForm form, ImmutableArray<PastedSite> sites)
    {
        if (SiteKey.PartFrom(Locality) is not { } locality || LocalityNames.Check(locality, "locality") is not null)
        {
            form.AddProblem("locality", "Enter another name for the locality, for example Stockport.");
            return [];
        }

        if (Hospital is not null && SiteKey.PartFrom(Hospital) is null)
        {
            form.AddProblem("hospital", "A hospital’s name must have letters or numbers.");
            return [];
        }

        ImmutableArray<AddedSite> added = [.. sites.Select(site => new AddedSite(
            site, Hospital is null ? SiteKey.Of(locality, site.Part) : SiteKey.OfWard(locality, HospitalPart(locality, Hospital)!, site.Part)))];
        foreach (var problem in added.Select(WhyNot).OfType<(string Field, string Message)>().Distinct())
        {
            form.AddProblem(problem.Field, problem.Message);
        }

        return form.IsValid ? [.. added.Select(site => site with { Known = Boards.Find(site.Key) })] : [];
    }

    private (string Field, string Message)? WhyNot(AddedSite site) =>
        !Mine.Covers(Scope.Of(site.Key)) ? ("locality", $"You can add sites only in {string.Join(" or ", Mine.Scopes)}.")
        : Boards.Find(site.Key) is { Details: { } known } other && (other.Kind != Kind || !string.Equals(known.Name, site.Pasted.Name, StringComparison.OrdinalIgnoreCase))
            ? ("table", $"“{site.Pasted.Name}” would have the same address as {known.Name}, which is on the board. Use another name.")
        : null;

    /// <summary>Registers the site and states its first beds: a ward's are empty until it records its people, any other site's are all in use.</summary>
    private async Task Add(SentForm form, AddedSite site)
    {
        var details = new SiteDetails(Kind, site.Pasted.Name, Hospital: Hospital);
        if (site.Known is null && !await Execute(form, site, new RegisterSite(details), "register"))
        {
            return;
        }

        if (site.HasNoBeds)
        {
            await Execute(form, site, new DeclareVacancies([.. site.Pasted.Beds.Select(beds => new DeclaredLine(beds.Type, beds.Total, Kind == SiteKind.Ward ? 0 : beds.Total))]), "beds");
        }
    }

    private async Task<bool> Execute(SentForm form, AddedSite site, SiteCommand command, string act)
    {
        var request = new SiteRequest(command, $"{form.Operation}-{act}", Caller.Name, RequestFingerprint.Of(Caller.Name, command));
        var outcome = await Commands.Execute(HttpContext, Kind, site.Key, request);
        if (outcome.Refusal is { } refusal)
        {
            form.AddProblem("table", $"{site.Pasted.Name}: {RefusalWords.Of(refusal)}");
        }

        return outcome.IsAccepted;
    }
}

/// <summary>One site of the table.</summary>
/// <param name="Known">The site as it is on the board; null if it is new.</param>
internal sealed record AddedSite(PastedSite Pasted, SiteKey Key, Site? Known = null)
{
    public bool HasNoBeds => Known is null || Known.Capacity.Lines.IsEmpty;
}
