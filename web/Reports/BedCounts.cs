using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>How many beds there were at each midnight: by type, and of all types by day. Care packages are not added to beds.</summary>
internal static class BedCounts
{
    private static ImmutableArray<ReportColumn> BedColumns { get; } =
    [
        new("total", "Beds"), new("occupied", "Occupied"), new("closed", "Closed"), new("held", "Held"), new("vacant", "Vacant"), new("occupancy", "Occupancy"),
    ];

    private static ImmutableArray<ReportColumn> PackageColumns { get; } =
        [new("total", "Packages"), new("occupied", "In use"), .. BedColumns.Skip(2).SkipLast(1), new("occupancy", "Share in use")];

    public static bool IsPackage(BedType type) => BedTypes.Of(SiteKind.HomeCareProvider).Contains(type);

    /// <summary>Beds and, apart, care packages; only the one that a chosen type belongs to.</summary>
    public static IEnumerable<ReportTable> ByDay(IReadOnlyList<BedNight> nights, ReportQuestion question)
    {
        if (question.Type is not { } type || !IsPackage(type))
        {
            yield return ByDay("by-day", "Beds by day", BedColumns, nights.Where(night => !IsPackage(night.Type)));
        }

        if (question.Type is not { } chosen || IsPackage(chosen))
        {
            yield return ByDay("packages-by-day", "Care packages by day", PackageColumns, nights.Where(night => IsPackage(night.Type)));
        }
    }

    public static ReportTable ByType(IReadOnlyList<BedNight> nights) => new(
        "by-type",
        "Beds by type at the last midnight",
        [ReportColumn.Words("type", "Bed type"), .. BedColumns],
        [
            .. nights.Where(night => night.Day == nights.Max(each => each.Day))
                .Select(night => Row(night, ReportCell.Of(Labels.Of(night.Type), Codes.Of(night.Type)))),
        ]);

    public static ReportTable ByTypeAndDay(IReadOnlyList<BedNight> nights) => new(
        "by-type-and-day",
        "Beds by type and day",
        [ReportColumn.Words("day", "Day"), ReportColumn.Words("type", "Bed type"), .. BedColumns],
        [.. nights.Select(night => Row(night, ReportCell.Of(night.Day), ReportCell.Of(Labels.Of(night.Type), Codes.Of(night.Type))))],
        IsFileOnly: true);

    private static ReportTable ByDay(string code, string caption, ImmutableArray<ReportColumn> columns, IEnumerable<BedNight> nights) => new(
        code,
        caption,
        [ReportColumn.Words("day", "Day"), .. columns],
        [.. nights.GroupBy(night => night.Day).OrderBy(day => day.Key).Select(day => Row(day.Aggregate(Sum), ReportCell.Of(day.Key)))],
        IsFolded: true);

    private static BedNight Sum(BedNight one, BedNight other) =>
        new(one.Day, one.Type, one.Total + other.Total, one.Occupied + other.Occupied, one.Closed + other.Closed, one.Held + other.Held);

    private static ReportRow Row(BedNight night, params IEnumerable<ReportCell> heads) => new(
    [
        .. heads,
        ReportCell.Of(night.Total),
        ReportCell.Of(night.Occupied),
        ReportCell.Of(night.Closed),
        ReportCell.Of(night.Held),
        ReportCell.Of(night.Vacant),
        BedOccupancy.CellOf(night),
    ]);
}
