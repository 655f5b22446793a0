using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>Imports several areas of a directory, each into a locality of its own.</summary>
internal sealed class AreasImport(DirectoryImport import)
{
    /// <summary>The file is read once for as many areas, so that memory does not grow with the file.</summary>
    private const int AreasAtOnce = 5;

    /// <summary>The areas of a file by name; null with a problem if it is no directory.</summary>
    public static ImmutableArray<AreaCount>? In(Stream file, out ImportProblem? problem)
    {
        var areas = DirectoryFile.Read(file, isKept: _ => false, progress: null, out problem)?.Areas;
        if (areas is not { IsEmpty: true })
        {
            return areas;
        }

        AreaChoice.Of([], wanted: null, out problem);
        return null;
    }

    /// <summary>
    /// Imports all areas, or none if a row of any is refused and bad rows are not to be skipped. Rows without an area are reported
    /// with the first.
    /// </summary>
    /// <param name="requests">One for each area; all of one kind, a dry run or not.</param>
    public async Task<ImmutableArray<AreaAnswer>> Run(ImmutableArray<ImportRequest> requests, Stream file, CancellationToken token)
    {
        if (requests.Any(request => request is { DryRun: false, SkipBadRows: false })
            && await RunAll([.. requests.Select(request => request with { DryRun = true })], file, token) is var found
            && found.Any(each => each.Answer.Problem is not null || each.Answer.Report!.Counts.Refused > 0))
        {
            return [.. found.Select(each => each.Answer.Report is { Counts.Refused: > 0 } report ? each with { Answer = ImportProblem.OfRefusedRows(report) } : each)];
        }

        return await RunAll(requests, file, token);
    }

    private async Task<ImmutableArray<AreaAnswer>> RunAll(ImmutableArray<ImportRequest> requests, Stream file, CancellationToken token)
    {
        var answers = ImmutableArray.CreateBuilder<AreaAnswer>();
        foreach (var some in requests.Chunk(AreasAtOnce))
        {
            var directory = DirectoryFile.Read(file, area => area is null || some.Any(request => IsOf(request, area)), progress: null, out var problem);
            foreach (var request in some)
            {
                answers.Add(new(request.Area!, directory is null ? problem! : await import.Run(request, directory.Of(request.Area!, withTheRest: answers.Count == 0), token)));
            }
        }

        return answers.ToImmutable();
    }

    private static bool IsOf(ImportRequest request, string area) => area.Equals(request.Area, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What became of one area.</summary>
/// <param name="Area">Its name as the file writes it.</param>
internal sealed record AreaAnswer(string Area, ImportAnswer Answer)
{
    /// <summary>What was found in each row; null if the area was not read.</summary>
    public ImportReport? Report => Answer.Report ?? Answer.Problem?.Report;
}
