using System.Collections.Immutable;

namespace CapacityBoard.Reports;

/// <summary>All reports, in the order that pages show.</summary>
internal static class ReportList
{
    public static ImmutableArray<IReport> All { get; } =
        [new DelayedTransfers(), new DelayedDays(), new TimeToLeave(), new EarlyDischarges(), new RedDays(), new AssessmentTimes(), new OffersAndChoice(), new BedUse(), new FiguresKeptFresh(), new EnquiryAnswers()];

    public static IReport? Find(string code) => All.FirstOrDefault(report => report.Code == code);
}
