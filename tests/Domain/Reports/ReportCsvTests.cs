using System.Text;
using CapacityBoard.Returns;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

public sealed class ReportCsvTests
{
    [Fact]
    public void GivenTableWithWordsThatASpreadsheetWouldRun_ThenTheyAreMadeInertAndNumbersAreNot()
    {
        var table = new ReportTable(
            "by-ward", "By ward", [ReportColumn.Words("ward", "Ward"), ReportColumn.Words("day", "Day"), new("days", "Delayed, days"), new("share", "Share")],
            [new(ReportCell.Of("=cmd|' /C calc'!A0", "stockport/a1"), ReportCell.Of(new DateOnly(2026, 3, 27)), ReportCell.Of(12), ReportCell.Share(1, 3)), new(ReportCell.Of("A1"), ReportCell.Of(new DateOnly(2026, 3, 28)), ReportCell.Of(0), ReportCell.Share(0, 0))]);

        Text(ReportCsv.Of(table)).ShouldBe("Ward,Day,\"Delayed, days\",Share\r\n'=cmd|' /C calc'!A0,2026-03-27,12,33.3\r\nA1,2026-03-28,0,\r\n");
    }

    [Fact]
    public void GivenStays_ThenTheReturnsFilesAreAsDocumented()
    {
        var ward = RecordedLocalities.Ward;
        var localities = new RecordedLocalities(RecordedLocalities.At(new(2026, 6, 22, 9, 0, 0)));
        localities.Says(ward, new AdmitStay("S-1", "1", AdmittedAt: localities.Now.AddDays(-13))).Says(ward, new AdmitStay("S-2", "2"))
            .Says(ward, new DeclareMedicallyOptimised("S-1")).Says(ward, new DeclareMedicallyOptimised("S-2"))
            .Says(ward, new RecordDelay("S-1", DelayReason.CareHomeNotAvailable, Since: new(2026, 6, 22)))
            .At("2026-06-23 11:00").Says(ward, new DischargeStay("S-2", Destination.UsualResidence))
            .At("2026-06-30 11:00");
        var question = localities.Question(9);

        Text(ReportCsv.OfCodes(new DailyDischarges().Of(localities.Facts, [], question))).Split("\r\n").Take(4).ShouldBe(
        [
            "day,hospital,not_meeting_criteria_to_reside,discharged,remaining,remaining_7_plus,remaining_14_plus,remaining_21_plus,additional_bed_days,additional_bed_days_7_plus,additional_bed_days_14_plus,additional_bed_days_21_plus",
            "2026-06-22,stockport/stepping-hill,2,0,2,1,1,0,2,1,1,0",
            "2026-06-23,stockport/stepping-hill,2,1,1,1,1,0,2,2,2,0",
            "2026-06-24,stockport/stepping-hill,1,0,1,1,1,0,3,3,3,0",
        ]);
        Text(ReportCsv.OfCodes(new DelayedTransferReturn().Of(localities.Facts, [], question))).ShouldBe(
            "month,code,owner,patients,days\r\n2026-06,D,social-care,1,8\r\n2026-06,none,not-recorded,0,1\r\n");
    }

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file).TrimStart('﻿');
}
