using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports.Facts;

/// <summary>Where what people record late, or by mistake, counts.</summary>
public sealed class StayHistoriesTests
{
    private static readonly SiteKey Ward = RecordedLocalities.Ward;

    private readonly RecordedLocalities _localities = new RecordedLocalities(RecordedLocalities.At(new(2026, 6, 1, 9, 0, 0)));

    [Fact]
    public void GivenOptimisedOnMonday_WhenWednesdaysMidnightComes_ThenTwoDelayedDays()
    {
        Admitted().Says(Ward, new DeclareMedicallyOptimised("S-1"));

        _localities.At("2026-06-03 08:00");

        Nights().ShouldBe(2);
    }

    [Fact]
    public void GivenDelay_WhenTheDischargeIsRecordedTwoDaysLate_ThenTheDaysSinceThenAreTakenBack()
    {
        Admitted().Says(Ward, new DeclareMedicallyOptimised("S-1")).At("2026-06-06 10:00");
        Nights().ShouldBe(5);

        _localities.Says(Ward, new DischargeStay("S-1", Destination.CareHome, RecordedLocalities.At(new(2026, 6, 4, 15, 0, 0))));

        Nights().ShouldBe(3);
    }

    [Fact]
    public void GivenDischarge_WhenCancelled_ThenAsIfThePersonHadNotLeft()
    {
        Admitted().Says(Ward, new DeclareMedicallyOptimised("S-1")).At("2026-06-03 10:00").Says(Ward, new DischargeStay("S-1", Destination.CareHome));

        _localities.At("2026-06-05 10:00").Says(Ward, new CancelDischarge("S-1", "wrong person"));

        Nights().ShouldBe(4);
    }

    [Fact]
    public void GivenPeriod_WhenWithdrawnOrCancelled_ThenItCountsUntilThenOrNowhere()
    {
        Admitted().Says(Ward, new DeclareMedicallyOptimised("S-1")).At("2026-06-03 10:00").Says(Ward, new WithdrawMedicallyOptimised("S-1", "fever"));
        _localities.Says(Ward, new DeclareMedicallyOptimised("S-1")).At("2026-06-05 10:00").Says(Ward, new CancelMedicallyOptimised("S-1", "somebody else"));

        Nights().ShouldBe(2);
    }

    [Fact]
    public void GivenAdmission_WhenCancelled_ThenItCountsNowhere()
    {
        Admitted().Says(Ward, new DeclareMedicallyOptimised("S-1")).At("2026-06-03 10:00").Says(Ward, new CancelAdmission("S-1", "wrong person"));

        Nights().ShouldBe(0);
        _localities.Facts.Here.ShouldBeEmpty();
    }

    [Fact]
    public void GivenReasonRecordedLater_ThenItCountsForTheNightsSinceItHolds()
    {
        Admitted().Says(Ward, new DeclareMedicallyOptimised("S-1")).At("2026-06-04 10:00");
        _localities.Says(Ward, new RecordDelay("S-1", DelayReason.Equipment, Since: new(2026, 6, 2)));

        new DelayedDays().Of(_localities.Facts, _localities.Question(), _localities.Policies).Column("by-reason", "days")
            .ShouldBe(new Dictionary<string, double> { ["equipment"] = 2, ["not-recorded"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void GivenOwnPersonElsewhere_WhenTheirHomeIsCorrected_ThenTheyAreNoLongerOwn()
    {
        var ward = RecordedLocalities.Elsewhere;
        _localities.Says(ward, new AdmitStay("S-1", "1", HomeLocality: "stockport")).Says(ward, new DeclareMedicallyOptimised("S-1")).At("2026-06-03 10:00");
        Nights().ShouldBe(2);

        _localities.Says(ward, new CorrectStay("S-1", "lives in Manchester", HomeLocality: "manchester"));

        Nights().ShouldBe(0);
    }

    [Fact]
    public void GivenTwoNightsOfTheClocksGoingBack_ThenEachMidnightCountsOnce()
    {
        _localities.At("2026-10-24 20:00");
        Admitted().Says(Ward, new DeclareMedicallyOptimised("S-1"));

        _localities.At("2026-10-26 00:00");

        Nights().ShouldBe(2);
    }

    [Fact]
    public void GivenPersonWhoMovedOnAndLeft_ThenWhatIsBehindTheFirstWardsNightsEndsWithTheMove()
    {
        Admitted().Says(Ward, new DeclareMedicallyOptimised("S-1")).At("2026-06-03 10:00").Says(Ward, new BeginTransfer("S-1", RecordedLocalities.OtherWard, "2"));
        _localities.Says(RecordedLocalities.OtherWard, new AcceptTransfer(_localities.StateOf(Ward).Stays.Find("S-1")! with { Bed = "2" }, Ward));
        _localities.At("2026-06-05 10:00").Says(RecordedLocalities.OtherWard, new DischargeStay("S-1", Destination.CareHome));

        IEnumerable<Counted> nights = [.. new DelayedTransfers().Count(_localities.Facts, _localities.Question()), .. new RedDays().Count(_localities.Facts, _localities.Question())];

        nights.Select(night => (night.Site, night.To)).Distinct().ShouldBe(
        [
            (Ward, RecordedLocalities.At(new(2026, 6, 3, 10, 0, 0))),
            (RecordedLocalities.OtherWard, RecordedLocalities.At(new(2026, 6, 5, 10, 0, 0))),
        ]);
    }

    private RecordedLocalities Admitted() => _localities.Says(Ward, new AdmitStay("S-1", "1"));

    private int Nights() => new DelayedTransfers().Count(_localities.Facts, _localities.Question()).Count();
}
