using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>What to import a directory as.</summary>
/// <param name="Locality">Its slug or its name as people write it: <c>stockport</c>, <c>Stockport</c>.</param>
/// <param name="Area">The area in the file that becomes the locality; may be left out where the file has only one.</param>
/// <param name="DryRun">Says what an import would do and changes nothing.</param>
/// <param name="SkipBadRows">Imports the rest where rows are refused; otherwise one refused row stops the whole import.</param>
/// <param name="Id">Names this import; what it records is recorded once under it. Made up where not given.</param>
/// <param name="By">Who imports, as shown beside the figures.</param>
public sealed record ImportRequest(
    string Locality, string? Area = null, bool DryRun = false, bool SkipBadRows = false, string? Id = null, string By = ImportRequest.Importer)
{
    public const string Importer = "Directory import";

    private const int LongestId = 80;

    /// <summary>The locality's part of a key; null where the name leaves none.</summary>
    public string? Slug => SiteKey.PartFrom(Locality);

    /// <summary>What is wrong with the request; null where nothing is.</summary>
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
