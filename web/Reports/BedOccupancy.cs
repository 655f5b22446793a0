using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>How full each type of bed is on each day. Types are not added up: a ward bed and a care package have nothing in common.</summary>
internal static class BedOccupancy
{
    /// <summary>The beds outside hospital.</summary>
    public static IReadOnlySet<BedType> Community { get; } = new HashSet<BedType>([.. BedTypes.Of(SiteKind.CareHome), .. BedTypes.Of(SiteKind.IntermediateCareUnit)]);

    /// <summary>A column for each type. The chart names the types with the most beds first, since it draws those at first.</summary>
    public static ReportTable ByDay(IReadOnlyList<BedNight> nights)
    {
        var types = nights.GroupBy(night => night.Type).OrderBy(type => type.Key).ToList();
        var cells = nights.ToDictionary(night => (night.Day, night.Type), CellOf);
        return new(
            "occupancy",
            "Occupancy by bed type",
            [ReportColumn.Words("day", "Day"), .. types.Select(type => new ReportColumn(Codes.Of(type.Key), Labels.Of(type.Key)))],
            [
                .. nights.Select(night => night.Day).Distinct().Order().Select(day => new ReportRow(
                    [ReportCell.Of(day), .. types.Select(type => cells.GetValueOrDefault((day, type.Key), ReportCell.Share(0, 0)))])),
            ],
            Chart: [.. types.OrderByDescending(type => type.MaxBy(night => night.Day).Total).Select(type => Codes.Of(type.Key))]);
    }

    public static ReportCell CellOf(BedNight night) => ReportCell.Share(night.Occupied, night.Total);

    public static Headline Headline(IReadOnlyList<BedNight> nights)
    {
        var days = nights.Where(night => Community.Contains(night.Type)).GroupBy(night => night.Day).OrderBy(day => day.Key)
            .Select(day => (Vacant: day.Sum(night => night.Vacant), Total: day.Sum(night => night.Total))).ToList();
        var hospital = nights.LastOrDefault(night => night.Type == BedType.Inpatient);
        var (vacant, total) = days.LastOrDefault();
        return new(
            ReportCell.Of(vacant).Text,
            $"beds vacant outside hospital at the last midnight, of {total:#,0}{(hospital.Total > 0 ? $". Hospital beds: {CellOf(hospital).Text} occupied" : "")}",
            Trend.AtMidnights([.. days.Select(day => ReportCell.Of(day.Vacant))]));
    }
}
