using System.Collections.Immutable;
using CapacityBoard.Access.Store;
using CapacityBoard.Beds;
using CapacityBoard.Nodes;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>An import's result: a report, or a problem when nothing was imported.</summary>
internal sealed record ImportAnswer(ImportReport? Report, ImportProblem? Problem)
{
    public static implicit operator ImportAnswer(ImportReport report) => new(report, null);

    public static implicit operator ImportAnswer(ImportProblem problem) => new(null, problem);
}

/// <summary>
/// Imports a directory of homes into one locality. Every row is read and checked, by the rules of its site's own decisions,
/// before the first is written. Each site is written separately and durably; importing the same file again completes an
/// interrupted import, and a repeated import finds everything unchanged. A locality takes one import at a time across all nodes,
/// because two at once might give two homes the same key.
/// </summary>
internal sealed class DirectoryImport(ISiteClient sites, IRegisteredSites onBoard, INodeLocks locks, BoardKind kind)
{
    private const int SitesAtOnce = 16;

    /// <summary>The lock under which a locality's imports run.</summary>
    public static string LockOf(string locality) => $"import/{locality}";

    /// <param name="file">A seekable stream, read from its start and more than once.</param>
    public Task<ImportAnswer> Run(
        ImportRequest request, Stream file, IProgress<ImportProgress>? progress = null, CancellationToken token = default) => InTurn(
        request,
        () =>
        {
            var area = request.Area;
            return DirectoryFile.ReadArea(file, ref area, progress, out var problem) is { } directory
                ? Run(request, directory, area!, progress, token)
                : Task.FromResult<ImportAnswer>(problem!);
        },
        token);

    /// <param name="directory">The rows of the request's area.</param>
    public Task<ImportAnswer> Run(ImportRequest request, DirectoryFile directory, CancellationToken token) =>
        InTurn(request, () => Run(request, directory, request.Area!, progress: null, token), token);

    /// <summary>Imports if the request is valid and no other import into the locality runs.</summary>
    private async Task<ImportAnswer> InTurn(ImportRequest request, Func<Task<ImportAnswer>> import, CancellationToken token)
    {
        if (request.WhyInvalid() is { } invalid)
        {
            return invalid;
        }

        if (kind.IsDemonstration)
        {
            return ImportProblem.OfDemonstration();
        }

        await using var turn = await locks.TryTake(LockOf(request.Slug!), token);
        return turn is null ? ImportProblem.OfOtherImport(request.Slug!) : await import();
    }

    private async Task<ImportAnswer> Run(ImportRequest request, DirectoryFile directory, string area, IProgress<ImportProgress>? progress, CancellationToken token)
    {
        var known = await onBoard.Of(request.Slug!, token);
        var plan = ImportPlan.Make(directory, area, request.Slug!, SiteMatching.RegisteredTogether(known));
        var homes = SiteMatching.Match(request.Slug!, known, plan.Homes);
        var run = new ImportRun(request, request.Id ?? Guid.CreateVersion7().ToString("n"), request.Slug!, plan, progress)
        {
            SitesToCheck = SitesToCheck.Find(known, plan, homes),
        };
        return await Run(run, homes, token);
    }

    private async Task<ImportAnswer> Run(ImportRun run, ImmutableArray<MatchedHome> homes, CancellationToken token)
    {
        var compared = await ForEach(homes, ImportPhase.Checking, run, (home, cancel) => Compare(home, run.Request.DryRun, cancel), token);
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

    private async Task<ComparedHome> Compare(MatchedHome home, bool isDryRun, CancellationToken token)
    {
        if (home.HasChangedKind)
        {
            return new(home, home.Row.Details, ImportResult.KindChanged, [], LeftAsItsKind(home));
        }

        // A dry run starts no grains for homes that are on no board, because there may be thousands.
        var site = home.IsNew && isDryRun ? Site.Empty(home.Kind, home.Site) : await sites.Read(home.Kind, home.Site).WaitAsync(token);
        if (home.IsNew && site.Details is { } other && SiteIdentity.Of(other) != SiteIdentity.Of(home.Row.Details))
        {
            return new(home, home.Row.Details, ImportResult.Refused, [], $"{other.Name} was registered as {home.Site} during the import. Import again.");
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

    /// <summary>Directories list homes for months after they have closed, so such a row is not an error in the file.</summary>
    private static string LeftClosed(Closure closed) => $"Closed since {Words.Of(closed.Since.At)}: {closed.Reason}. Reopen it to update it.";

    private static string LeftAsItsKind(MatchedHome home) =>
        $"Kind in the directory: {InWords(home.Row.Details.Kind)}. Kind of {home.Site} on the board: {InWords(home.Kind)}. A site's kind cannot change, so nothing was imported. "
        + $"When nobody is recorded there, close {home.Site} and import again to create the {InWords(home.Row.Details.Kind)} as a new site.";

    private static string InWords(SiteKind kind) => Codes.Of(kind).Replace('-', ' ');

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
