namespace CapacityBoard.Scenarios;

/// <summary>The reports, as in their addresses.</summary>
internal static class YearReports
{
    public static IReadOnlyList<string> All { get; } =
        ["delayed-transfers", "delayed-days", "time-to-leave", "early-discharges", "red-days", "occupancy", "holds", "time-to-update"];
}
