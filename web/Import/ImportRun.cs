using System.Collections.Immutable;

namespace CapacityBoard.Import;

internal sealed record ImportRun(ImportRequest Request, string Id, string Locality, ImportPlan Plan, IProgress<ImportProgress>? Progress)
{
    public ImmutableArray<SiteToCheck> SitesToCheck { get; init; } = [];

    public ImportReport Report(ImmutableArray<ComparedHome> homes, bool applied)
    {
        var sites = homes.ToDictionary(home => home.Matched.Row.Row, home => home.Matched.Site);
        ImmutableArray<ImportedRow> rows =
        [
            .. homes.Select(home => home.Row)
                .Concat(Plan.Doubles.Select(twin => RowOf(twin, sites[twin.DoubleOf])))
                .Concat(Plan.Refused.Select(RowOf))
                .Concat(Plan.PassedOver.Select(RowOf))
                .OrderBy(row => row.Row),
        ];
        ImmutableArray<PassedOver> passedOver =
            [.. Plan.PassedOver.GroupBy(row => row.Reason).Select(reason => new PassedOver(reason.Key, reason.Count()))];
        return new(Id, Locality, Plan.Area, Plan.File.Layout.Name, Request.DryRun, applied, ImportCounts.Of(rows), passedOver, rows)
        {
            SitesToCheck = SitesToCheck,
        };
    }

    private static ImportedRow RowOf(DuplicateRow twin, Sites.SiteKey site) => new(
        twin.Row.Row, twin.Row.Details.Name, ImportResult.DoubleEntry, site, [], twin.DoubleOf, twin.Differences, twin.Row.Warnings);

    private static ImportedRow RowOf(PassedOverRow row) =>
        new(row.Row.Row, row.Row.Name, ImportResult.PassedOver, null, [], null, row.Because, []);

    private static ImportedRow RowOf(RefusedRow row) => new(row.Row, row.Name, ImportResult.Refused, null, [], null, row.Because, []);
}

/// <summary>A home compared with its site.</summary>
/// <param name="Details">The site's new details: its present ones, overridden by the directory's row.</param>
internal sealed record ComparedHome(
    MatchedHome Matched, Sites.SiteDetails Details, ImportResult Result, ImmutableArray<string> Changed, string? Because)
{
    public bool IsChange => Result is ImportResult.Created or ImportResult.Updated;

    public ImportedRow Row => new(Matched.Row.Row, Matched.Row.Details.Name, Result, Matched.Site, Changed, null, Because, Matched.Row.Warnings);
}
