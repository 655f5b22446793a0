using System.Globalization;
using CapacityBoard.Access.Audit;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Postcodes;

/// <summary>Which postcode directory is in use, and the import of another.</summary>
[UploadLimit(PostcodeLimits.LargestFile)]
[RequestFormLimits(MultipartBodyLengthLimit = PostcodeLimits.LargestFile)]
internal sealed class PostcodesModel(PostcodeImport import, PostcodeKeeper keeper, KnownPostcodes known, ISitePostcodes sites) : FormPage
{
    public const string FileId = "import-file";

    private string? _problem;

    public ImportedPostcodes? Imported { get; private set; }

    /// <summary>The districts with sites where the directory in use has no single postcodes.</summary>
    public IReadOnlyList<string> OnlyBySector { get; private set; } = [];

    public override IReadOnlyList<FieldProblem> Problems => _problem is null ? [] : [new(FileId, _problem)];

    /// <summary>A month in words; null if it is not known.</summary>
    public static string? Month(int? month) =>
        month is { } known ? new DateOnly(known / 100, known % 100, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture) : null;

    public static string Kept(PostcodeCounts counts) =>
        $"{Counted(counts.Kept, "postcode")}{(counts.IsWhole ? "" : " around your sites")}, and the middle of {Counted(counts.Sectors, "sector")} and {Counted(counts.Districts, "district")}";

    public static IEnumerable<string> LeftOut(PostcodeCounts counts) => new[]
    {
        (Rows: counts.NoPosition, Why: "have no position"),
        (Rows: counts.SharedPoint, Why: "share one point with many others, such as PO boxes"),
        (Rows: counts.NotPostcodes, Why: "have no postcode"),
    }.Where(each => each.Rows > 0).Select(each => $"{each.Rows:N0} {each.Why}");

    public async Task OnGetAsync([FromQuery(Name = UploadLimitAttribute.TooLarge)] bool tooLarge)
    {
        _problem = tooLarge ? $"The file is larger than {PostcodeLimits.LargestFileInWords}. Choose the zip file, or a regional cut. Nothing was changed." : null;
        await Load();
    }

    public async Task<IActionResult> OnPostImportAsync()
    {
        await ReadForm();
        _problem = await Import(Request.Form.Files.GetFile("file"));
        if (_problem is not null)
        {
            await Load();
            return Page();
        }

        Confirmation = "Postcodes imported. Distances from a postcode are now from the postcode itself.";
        return LocalRedirect($"{Request.PathBase}{Request.Path}");
    }

    private static string Counted(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";

    private async Task<string?> Import(IFormFile? file)
    {
        if (file is not { Length: > 0 })
        {
            return file is null ? "Choose a file." : "The file is empty. Choose the directory's CSV file.";
        }

        await using var stream = file.OpenReadStream();
        var (_, problem) = await import.Run(stream, Path.GetFileName(file.FileName), AccessActor.Of(HttpContext), HttpContext.RequestAborted);
        await (problem is null ? keeper.Read(HttpContext.RequestAborted) : Task.CompletedTask);
        return problem;
    }

    private async Task Load()
    {
        Imported = known.Imported;
        if (Imported is { Directory: var directory })
        {
            var kept = directory.Postcodes.Middles(PostcodeKey.DistrictOf);
            OnlyBySector =
            [
                .. (await sites.All(HttpContext.RequestAborted))
                    .Where(postcode => PostcodeKey.Of(postcode) is { } key && kept.Find(PostcodeKey.DistrictOf(key)) is null)
                    .Select(postcode => postcode.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal),
            ];
        }
    }
}
