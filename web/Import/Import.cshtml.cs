using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Access.Store;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Import;

/// <summary>
/// Imports a directory in steps: choose a file; choose its areas, if it has several; check what an import will do; confirm. In
/// between, the file waits in <see cref="IPendingUploads"/>.
/// </summary>
[UploadLimit(ImportLimits.LargestFile)]
internal sealed class ImportModel(AreasImport import, IPendingUploads uploads, Boards boards, BoardKind kind, AccessLog log) : PageModel
{
    /// <summary>The name of the board for one area, if it is not the area's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Locality { get; set; }

    /// <summary>The areas chosen.</summary>
    [BindProperty]
    public string[] Area { get; set; } = [];

    [BindProperty]
    public bool AllAreas { get; set; }

    /// <summary>True once the areas were asked for.</summary>
    [BindProperty]
    public bool AskedForAreas { get; set; }

    [BindProperty]
    public bool SkipBadRows { get; set; }

    [BindProperty]
    public IFormFile? Directory { get; set; }

    /// <summary>The id of the file to confirm.</summary>
    [BindProperty]
    public string? Upload { get; set; }

    /// <summary>True if the board is a demonstration, so that nothing can be imported.</summary>
    public bool IsDemonstration => kind.IsDemonstration;

    public string? FileName { get; private set; }

    /// <summary>The areas to choose from; empty if none have to be chosen.</summary>
    public ImmutableArray<AreaCount> Areas { get; private set; } = [];

    /// <summary>What an import did, or would do, for each area; empty before the file is checked.</summary>
    public ImmutableArray<AreaAnswer> Answers { get; private set; } = [];

    public IReadOnlyList<ImportReport> Reports => [.. Answers.Select(answer => answer.Report).OfType<ImportReport>()];

    public bool IsDone => Reports.Any(report => report.Applied);

    public int Refused => Reports.Sum(report => report.Counts.Refused);

    /// <summary>The problems, each with its field's id.</summary>
    public IReadOnlyList<FieldProblem> Errors { get; private set; } = [];

    public void OnGet([FromQuery(Name = UploadLimitAttribute.TooLarge)] bool tooLarge)
    {
        if (tooLarge)
        {
            Errors = [new(nameof(Directory), ImportProblem.OfLargeFile().Message)];
        }
    }

    public async Task<IActionResult> OnPostCheck(CancellationToken token)
    {
        await KeepFile(token);
        return await Run(dryRun: true, token);
    }

    public Task<IActionResult> OnPostImport(CancellationToken token) => Run(dryRun: false, token);

    /// <summary>What an import does, without what it does to no site.</summary>
    public static string Words(ImportCounts counts)
    {
        (int Rows, string What)[] parts =
        [
            (counts.Created, "created"), (counts.Updated, "updated"), (counts.Unchanged, "unchanged"),
            (counts.Doubles, counts.Doubles == 1 ? "duplicate" : "duplicates"), (counts.KindChanged, "of a different kind"), (counts.Refused, "refused"),
        ];
        return parts.Where(part => part.Rows > 0).Select(part => $"{part.Rows:#,0} {part.What}") is var words && words.Any() ? string.Join(", ", words) : "Nothing";
    }

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

    /// <summary>True if a board has the area's name already, so that an import updates it.</summary>
    public bool HasBoard(string area) => SiteKey.PartFrom(area) is { } locality && boards.Find(locality) is not null;

    /// <summary>True for an area that is named in the address, or was chosen before.</summary>
    public bool IsChosen(string area) => Area.Contains(area, StringComparer.OrdinalIgnoreCase) || (Area.Length == 0 && !AskedForAreas && IsNamed(area));

    /// <summary>True if the locality is the board of this area.</summary>
    public bool IsNamed(string area) => Locality is { } locality && SiteKey.PartFrom(area) == SiteKey.PartFrom(locality);

    private async Task KeepFile(CancellationToken token)
    {
        if (Directory is not { Length: > 0 })
        {
            return;
        }

        await using var stream = Directory.OpenReadStream();
        Upload = await uploads.Keep(Path.GetFileName(Directory.FileName), stream, token);
    }

    private async Task<IActionResult> Run(bool dryRun, CancellationToken token)
    {
        await using var upload = await uploads.Find(Guid.TryParse(Upload, out _) ? Upload : null, token);
        if (upload is null)
        {
            return Refuse(nameof(Directory), Upload is null ? "Choose a file" : "The file is no longer here. Choose it again");
        }

        FileName = upload.FileName;
        if (AreasImport.In(upload.File, out var problem) is not { } areas)
        {
            return Refuse(nameof(Directory), problem!.Message);
        }

        var selection = new AreaSelection(areas, Locality, locality => HttpContext.Caller()!.May(Permission.RegisterSites, Scope.Parse(locality)));
        if (selection.Choose(Area, AllAreas, AskedForAreas) is { } why)
        {
            Areas = selection.Offered;
            Errors = AskedForAreas || !selection.Chosen.IsEmpty ? [why] : [];
            return Shown();
        }

        var requests = selection.Requests(dryRun, SkipBadRows, HttpContext.Caller()!.Name);
        foreach (var request in dryRun ? [] : requests)
        {
            await log.Write(HttpContext, Acts.ImportSent, request.Slug);
        }

        Answers = await import.Run(requests, upload.File, token);
        Errors = [.. Answers.Select(answer => answer.Answer.Problem).OfType<ImportProblem>().Select(each => new FieldProblem(FieldOf(each.Code), each.Message)).Distinct()];
        Areas = Reports.Count == 0 ? selection.Offered : [];
        return Shown();
    }

    private static string FieldOf(ImportProblemCode code) => code switch
    {
        ImportProblemCode.RequestInvalid or ImportProblemCode.ImportRunning => nameof(Area),
        ImportProblemCode.RowsRefused => nameof(SkipBadRows),
        _ => nameof(Directory),
    };

    private PageResult Refuse(string field, string message)
    {
        (Upload, Errors) = (null, [new(field, message)]);
        return Shown();
    }

    /// <summary>Clears the model state, so that the hidden field holds this request's upload and not the posted one.</summary>
    private PageResult Shown()
    {
        ModelState.Clear();
        return Page();
    }
}
