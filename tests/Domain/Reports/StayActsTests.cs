using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Stays;
using FsCheck.Fluent;

namespace CapacityBoard.Reports;

/// <summary>What the laws of reports are held to is no empty play.</summary>
public sealed class StayActsTests
{
    /// <summary>The same histories every time: others may hold a few events less.</summary>
    private const ulong Seed = 2018;

    private const int Histories = 200;

    private static readonly Type[] ThatMatter =
    [
        typeof(StayAdmitted), typeof(MedicallyOptimisedDeclared), typeof(MedicallyOptimisedWithdrawn), typeof(MedicallyOptimisedCancelled), typeof(StayDischarged),
        typeof(DischargeCancelled), typeof(AdmissionCancelled), typeof(StayCorrected), typeof(TransferAccepted), typeof(TransferCompleted), typeof(TransferAbandoned),
        typeof(DelayRecorded), typeof(DelayEnded), typeof(PathwaySet), typeof(DayMarked), typeof(HoldPlaced), typeof(HoldExtended), typeof(HoldReleased),
        typeof(HoldDeclined), typeof(HoldBecameAdmission), typeof(EnquiryMade), typeof(EnquiryAnswered),
        typeof(AssessmentRequested), typeof(AssessmentCompleted), typeof(AssessmentCancelled),
        typeof(PlaceOffered), typeof(OfferAnswered), typeof(OfferWithdrawn),
    ];

    [Fact]
    public void GivenRandomHistories_ThenEveryEventThatMattersIsAmongThemAndEveryReportHasMuchToCount()
    {
        var played = StayActs.Any.Generator.Sample(80, new FsCheck.Rnd(Seed), Histories).Select(history => history.Play()).ToList();

        var happened = played.SelectMany(localities => localities.Entries).ToLookup(entry => entry.Event.GetType());
        ThatMatter.Where(type => happened[type].Count() < 5).ShouldBeEmpty();
        foreach (var report in ReportList.All)
        {
            played.Sum(localities => report.Count(localities.Facts, localities.Question()).Count()).ShouldBeGreaterThan(50, report.Code);
        }

        played.Sum(localities => new DelayedTransfers().Count(localities.Facts, localities.Question()).Count(each => each.Set == DelayedNights.Elsewhere)).ShouldBeGreaterThan(20);
    }
}
