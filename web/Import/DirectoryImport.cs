using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Demonstration;
using CapacityBoard.Nodes;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>How an import ended: with a report, or with a problem and nothing imported.</summary>
internal sealed record ImportAnswer(ImportReport? Report, ImportProblem? Problem)
{
    public static implicit operator ImportAnswer(ImportReport report) => new(report, null);

    public static implicit operator ImportAnswer(ImportProblem problem) => new(null, problem);
}

/// <summary>
/// Imports a directory of homes into one locality. Every row is read and checked, by the rules by which its site
/// decides, before the first is written. Each site is written on its own and durably; an import that was cut
/// off is made whole by importing the same file again, and the second of two imports finds all unchanged.
/// </summary>
internal sealed class DirectoryImport(ISiteClient sites, IRegisteredSites onBoard, INodeLocks locks, BoardKind kind)
{
    private const int SitesAtOnce = 16;

    /// <summary>Two imports at once, on whichever nodes, might give two homes one key.</summary>
    private const string OneAtATime = "import";

    public async Task<ImportAnswer> Run(
        ImportRequest request, ReadOnlyMemory<byte> bytes, IProgress<ImportProgress>? progress = null, CancellationToken token = default)
    {
        if (request.WhyInvalid() is { } invalid)
        {
            return invalid;
        }

        if (kind.IsDemonstration)
        {
            return ImportProblem.OfDemonstration();
        }

        if (DirectoryFile.Read(bytes, progress, out var unreadable) is not { } file)
        {
            return unreadable!;
        }

        if (ImportPlan.Make(file, request.Area, request.Slug!, out var unknown) is not { } plan)
        {
            return unknown!;
        }

        await using var turn = await locks.Take(OneAtATime, token);
        return await Run(new ImportRun(request, request.Id ?? Guid.CreateVersion7().ToString("n"), request.Slug!, plan, progress), token);
    }

    private async Task<ImportAnswer> Run(ImportRun run, CancellationToken token)
    {
        var homes = SiteMatching.Match(run.Locality, await onBoard.Of(run.Locality, token), run.Plan.Homes);
        var compared = await ForEach(homes, ImportPhase.Checking, run, Compare, token);
        var isBroken = run.Plan.Refused.Length > 0 || compared.Any(home => home.Result == ImportResult.Refused);
        if (run.Request.DryRun)
        {
            return run.Report(compared, applied: false);
        }

        if (isBroken && !run.Request.SkipBadRows)
        {
            return ImportProblem.OfRefusedRows(run.Report(compared, applied: false));
        }

        var changes = compared.Where(home => home.IsChange).ToArray();
        var written = await ForEach(changes, ImportPhase.Writing, run, (home, cancel) => Write(home, run), token);
        return run.Report([.. compared.Where(home => !home.IsChange), .. written], applied: true);
    }

    private async Task<ComparedHome> Compare(MatchedHome home, CancellationToken token)
    {
        var site = await sites.Read(home.Kind, home.Site).WaitAsync(token);
        if (home.IsNew && site.Details is { } other && SiteIdentity.Of(other) != SiteIdentity.Of(home.Row.Details))
        {
            return new(home, home.Row.Details, ImportResult.Refused, [], $"{other.Name} was registered as {home.Site} meanwhile; import again.");
        }

        if (site.Closed is { } closed)
        {
            return new(home, home.Row.Details, ImportResult.Unchanged, [], LeftClosed(closed));
        }

        var details = site.Details is { } known ? Merging.Over(known, home.Row) : home.Row.Details;
        return Registration.Decide(details, site) switch
        {
            { Refusal: { } refusal } => new(home, details, ImportResult.Refused, [], refusal.Message),
            { Events.IsEmpty: true } => new(home, details, ImportResult.Unchanged, [], null),
            _ when site.Details is null => new(home, details, ImportResult.Created, [], null),
            _ => new(home, details, ImportResult.Updated, Merging.Differences(site.Details, details), null),
        };
    }

    private async Task<ComparedHome> Write(ComparedHome home, ImportRun run)
    {
        var request = new SiteRequest(new RegisterSite(home.Details), $"import-{run.Id}-{home.Matched.Row.Row}", run.Request.By);
        var outcome = await sites.Execute(home.Matched.Kind, home.Matched.Site, request);
        return outcome.Refusal switch
        {
            null => home,
            { Code: RefusalCode.SiteClosed } closed => home with { Result = ImportResult.Unchanged, Changed = [], Because = closed.Message },
            { } refusal => home with { Result = ImportResult.Refused, Because = refusal.Message },
        };
    }

    /// <summary>Directories go on listing homes for months after they have closed, so such a row is no fault of the file.</summary>
    private static string LeftClosed(Closure closed) => $"It is closed since {Words.Of(closed.Since.At)}: {closed.Reason}. Reopen it to bring it up to date.";

    private static async Task<ImmutableArray<ComparedHome>> ForEach<THome>(
        IReadOnlyList<THome> homes, ImportPhase phase, ImportRun run, Func<THome, CancellationToken, Task<ComparedHome>> act, CancellationToken token)
    {
        if (homes.Count == 0)
        {
            return [];
        }

        var results = new ComparedHome[homes.Count];
        var done = 0;
        run.Progress?.Report(new(phase, 0, homes.Count));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, homes.Count), new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = token }, async (place, cancel) =>
            {
                results[place] = await act(homes[place], cancel);
                run.Progress?.Report(new(phase, Interlocked.Increment(ref done), homes.Count));
            });
        return [.. results];
    }
}
