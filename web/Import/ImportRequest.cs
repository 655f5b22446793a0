using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>How to import a directory.</summary>
/// <param name="Locality">Its slug, or its name as people write it: <c>stockport</c>, <c>Stockport</c>.</param>
/// <param name="Area">The file's area that becomes the locality; optional if the file has only one.</param>
/// <param name="DryRun">Reports what an import would do and changes nothing.</param>
/// <param name="SkipBadRows">
/// Imports the other rows if some are refused; otherwise one refused row stops the whole import.
/// </param>
/// <param name="Id">The import's id, under which everything is recorded only once. Generated if not given.</param>
/// <param name="By">The importer's name, as shown beside the figures.</param>
public sealed record ImportRequest(
    string Locality, string? Area = null, bool DryRun = false, bool SkipBadRows = false, string? Id = null, string By = ImportRequest.Importer)
{
    public const string Importer = "Directory import";

    private const int LongestId = 80;

    /// <summary>The locality's part of keys; null if the name yields none.</summary>
    public string? Slug => SiteKey.PartFrom(Locality);

    /// <summary>What is wrong with the request; null if nothing is.</summary>
    internal ImportProblem? WhyInvalid()
    {
        if (Slug is null)
        {
            return new(ImportProblemCode.RequestInvalid, $"'{Locality}' is not a locality name. It needs a letter or a number.");
        }

        return (LocalityNames.Check(Slug, "locality") ?? Limits.OptionalText(Id, "id", LongestId) ?? Limits.RequiredText(By, "by")) is { } refusal
            ? new(ImportProblemCode.RequestInvalid, refusal.Message)
            : null;
    }
}
