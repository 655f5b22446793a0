using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Access.Store;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Import;

/// <summary>
/// Imports a directory in two steps: the file is checked and the effect of an import is shown; then it is confirmed. In between,
/// the file waits in <see cref="IPendingUploads"/>.
/// </summary>
[UploadLimit(ImportLimits.LargestFile)]
internal sealed class ImportModel(DirectoryImport import, IPendingUploads uploads, BoardKind kind, AccessLog log) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Locality { get; set; }

    [BindProperty]
    public string? Area { get; set; }

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

    public ImportReport? Report { get; private set; }

    public ImportProblem? Problem { get; private set; }

    /// <summary>The problems, each with its field's id.</summary>
    public IReadOnlyList<FieldProblem> Errors { get; private set; } = [];

    /// <summary>True if the file is stored and one of its areas must be chosen.</summary>
    public bool ChoosesArea => Problem is { Areas.IsEmpty: false } && Upload is not null;

    public async Task<IActionResult> OnPostCheck(CancellationToken token)
    {
        await KeepFile(token);
        return await Run(dryRun: true, token);
    }

    public void OnGet([FromQuery(Name = UploadLimitAttribute.TooLarge)] bool tooLarge)
    {
        if (tooLarge)
        {
            Errors = [new(nameof(Directory), ImportProblem.OfLargeFile().Message)];
        }
    }

    public Task<IActionResult> OnPostImport(CancellationToken token) => Run(dryRun: false, token);

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

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
        Errors = Missing(upload);
        if (Errors.Count > 0)
        {
            Upload = upload?.Id;
            return Shown();
        }

        FileName = upload!.FileName;
        await (dryRun ? Task.CompletedTask : log.Write(HttpContext, Acts.ImportSent, SiteKey.PartFrom(Locality!)));
        var answer = await import.Run(new(Locality!, Area, dryRun, SkipBadRows, By: HttpContext.Caller()!.Name), upload.File, token: token);
        (Report, Problem) = (answer.Report ?? answer.Problem?.Report, answer.Problem);
        if (Problem is not null)
        {
            Upload = IsOfFile(Problem.Code) ? null : Upload;
            Errors = [new(FieldOf(Problem.Code), Problem.Message)];
        }

        return Shown();
    }

    private List<FieldProblem> Missing(PendingUpload? upload)
    {
        var errors = new List<FieldProblem>();
        if (upload is null)
        {
            errors.Add(new(nameof(Directory), Upload is null ? "Choose a file" : "The file is no longer here. Choose it again"));
        }

        if (string.IsNullOrWhiteSpace(Locality))
        {
            errors.Add(new(nameof(Locality), "Enter the locality for these homes"));
        }
        else if (SiteKey.PartFrom(Locality) is { } locality && !HttpContext.Caller()!.May(Permission.RegisterSites, Scope.Parse(locality)))
        {
            errors.Add(new(nameof(Locality), "You do not have permission to add sites to that locality. Choose one of yours"));
        }

        return errors;
    }

    /// <summary>True if another file is needed.</summary>
    private static bool IsOfFile(ImportProblemCode code) => code
        is ImportProblemCode.FileUnreadable or ImportProblemCode.FileTooLarge or ImportProblemCode.TooManyRows or ImportProblemCode.LayoutUnknown;

    private static string FieldOf(ImportProblemCode code) => code switch
    {
        ImportProblemCode.RequestInvalid or ImportProblemCode.ImportRunning => nameof(Locality),
        ImportProblemCode.AreaNeeded or ImportProblemCode.AreaUnknown => nameof(Area),
        ImportProblemCode.RowsRefused => nameof(SkipBadRows),
        _ => nameof(Directory),
    };

    /// <summary>Clears the model state, so that the hidden field holds this request's upload and not the posted one.</summary>
    private PageResult Shown()
    {
        ModelState.Clear();
        return Page();
    }
}
