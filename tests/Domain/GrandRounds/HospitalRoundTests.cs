using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

public sealed class HospitalRoundTests
{
    private static readonly DateTimeOffset LastRound = new(2026, 2, 25, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(6, 7, false, 0)]
    [InlineData(7, 7, true, 7)]
    [InlineData(13, 7, true, 7)]
    [InlineData(14, 7, true, 14)]
    [InlineData(21, 7, true, 21)]
    [InlineData(9, 10, false, 0)]
    [InlineData(10, 10, true, 10)]
    public void GivenMidnights_ThenOnTheListFromThePolicysBoundaryOn(int midnights, int boundary, bool isOn, int mark)
    {
        var policy = new LocalityPolicy { LongStayMidnights = boundary };
        var hospital = At(Now).Says("a1", new AdmitStay("S-1", "1", AdmittedAt: Now.AddDays(-midnights)));

        Round(hospital, policy: policy).Stays.Select(stay => stay.Mark).ShouldBe(isOn ? [mark] : []);
    }

    [Theory]
    [InlineData("2026-03-25T23:30:00Z", "2026-03-31T22:59:00Z", 6)]
    [InlineData("2026-03-25T23:30:00Z", "2026-03-31T23:00:00Z", 7)]
    [InlineData("2026-10-21T23:30:00Z", "2026-10-28T23:59:00Z", 6)]
    [InlineData("2026-10-21T23:30:00Z", "2026-10-29T00:00:00Z", 7)]
    public void GivenTheClocksWereChangedMeanwhile_ThenMidnightsAreThoseOfTheClocksHere(string admitted, string now, int midnights)
    {
        var at = Parse(now);
        var hospital = At(at).Says("a1", new AdmitStay("S-1", "1", AdmittedAt: Parse(admitted)));

        Round(hospital, policy: new() { LongStayMidnights = 1 }).Stays.ShouldHaveSingleItem().Midnights.ShouldBe(midnights);
    }

    [Fact]
    public void GivenStaysOnTwoWards_ThenLongestFirst()
    {
        var hospital = At(Now)
            .Says("a1", new AdmitStay("S-1", "1", AdmittedAt: Now.AddDays(-9)), new AdmitStay("S-2", "2", AdmittedAt: Now.AddDays(-30)))
            .Says("b2", new AdmitStay("S-3", "1", AdmittedAt: Now.AddDays(-12)), new AdmitStay("S-4", "2", AdmittedAt: Now.AddDays(-2)));

        Round(hospital).Stays.Select(stay => stay.Stay.Reference).ShouldBe(["S-2", "S-3", "S-1"]);
    }

    [Fact]
    public void GivenReviewsBeforeAndAfterTheRoundBegan_ThenOnlyThoseAfterCount()
    {
        var hospital = At(Now.AddHours(-10)).Says("a1", Long("S-1", "1", 20), new ReviewStay("S-1", ReviewOutcome.PlanOnTrack), Long("S-2", "2", 10))
            .At(Now).Says("a1", new ReviewStay("S-2", ReviewOutcome.Escalated, "No package", [new("Ask the panel", "Transfer team", new(2026, 3, 6))]));

        var round = Round(hospital);

        round.Stays.Select(stay => stay.IsReviewed).ShouldBe([false, true]);
        (round.Summary.Reviewed, round.Summary.LongStays, round.Summary.OpenActions, round.Summary.OverdueActions).ShouldBe((1, 2, 1, 0));
    }

    [Fact]
    public void GivenPersonWhomTheNextWardHasAccepted_ThenOnTheListOnceAndThere()
    {
        var hospital = At(Now).Says("a1", Long("S-1", "1", 20), new BeginTransfer("S-1", GivenHospital.Key("b2"), "7"));
        var moving = hospital.Ward("a1").Stays.Find("S-1")!;
        hospital.Says("b2", new AcceptTransfer(moving with { Bed = "7" }, GivenHospital.Key("a1")));

        Round(hospital).Stays.ShouldHaveSingleItem().Ward.ShouldBe("Ward B2");
    }

    [Fact]
    public void GivenWeekThatChangedMuch_ThenEachChangeIsTold()
    {
        var hospital = At(LastRound.AddDays(-1)).Says("a1", Long("S-1", "1", 15)).At(LastRound).Says(
            "a1",
            new SetExpectedDischarge("S-1", new(2026, 3, 2)),
            new RecordDelay("S-1", DelayReason.FundingEligibility),
            new ReviewStay("S-1", ReviewOutcome.NeedsHospital));
        var before = hospital.Sites;
        hospital.At(LastRound.AddDays(2)).Says(
            "a1",
            new DeclareMedicallyOptimised("S-1"),
            new SetExpectedDischarge("S-1", new(2026, 3, 9)),
            new SetPathway("S-1", Pathway.P3),
            new RecordDelay("S-1", DelayReason.CareHomeNotAvailable, Primary: true)).At(Now);

        Round(hospital, before).Stays.ShouldHaveSingleItem().Changes.ShouldBe(
        [
            new(RoundChangeKind.BecameOptimised),
            new(RoundChangeKind.DelayChanged, "funding-eligibility", "care-home-not-available"),
            new(RoundChangeKind.ExpectedDischargeMoved, "2026-03-02", "2026-03-09"),
            new(RoundChangeKind.PathwayChanged, null, "p3"),
        ]);
    }

    [Fact]
    public void GivenNoReviewInTheWeekBefore_ThenThatIsTold()
    {
        var hospital = At(LastRound.AddDays(-1)).Says("a1", Long("S-1", "1", 15), new ReviewStay("S-1", ReviewOutcome.PlanOnTrack)).At(LastRound);
        var before = hospital.Sites;

        Round(hospital.At(Now), before).Stays.ShouldHaveSingleItem().Changes.ShouldBe([new(RoundChangeKind.NotReviewedThen)]);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void GivenNightsAtTheLastRound_ThenNewWhereTheyWereTooFewForTheList(int nightsThen, bool isNew)
    {
        var hospital = At(LastRound).Says("a1", new AdmitStay("S-1", "1", AdmittedAt: LastRound.AddDays(-nightsThen)));
        var before = hospital.Sites;

        Round(hospital.At(Now), before).Stays.ShouldHaveSingleItem().Changes.Any(change => change.Kind == RoundChangeKind.NewOnList).ShouldBe(isNew);
    }

    [Fact]
    public void GivenMovedToAnotherWard_ThenSaidFromWhere()
    {
        var hospital = At(LastRound).Says("a1", Long("S-1", "1", 20), new ReviewStay("S-1", ReviewOutcome.PlanOnTrack));
        var before = hospital.Sites;
        var stay = hospital.Ward("a1").Stays.Find("S-1")!;
        hospital.At(Now).Says("a1", new BeginTransfer("S-1", GivenHospital.Key("b2"), "7")).Says("b2", new AcceptTransfer(stay with { Bed = "7" }, GivenHospital.Key("a1")));

        Round(hospital, before).Stays.ShouldHaveSingleItem().Changes.ShouldBe([new(RoundChangeKind.MovedWard, "Ward A1", "Ward B2")]);
    }

    [Fact]
    public void GivenNothingKnownOfTheLastRound_ThenNoChangeIsTold()
    {
        var round = Round(At(Now).Says("a1", Long("S-1", "1", 20)));

        (round.ComparedWith, round.Stays.ShouldHaveSingleItem().Changes.Length).ShouldBe((null, 0));
    }

    [Fact]
    public void GivenWhoMaySeeOneWard_ThenOnlyItsStaysAndAllCounts()
    {
        var hospital = At(Now).Says("a1", Long("S-1", "1", 20)).Says("b2", Long("S-2", "1", 30));

        var seen = Round(hospital).With(site => site == GivenHospital.Key("a1"));

        seen.Stays.ShouldHaveSingleItem().Stay.Reference.ShouldBe("S-1");
        seen.Summary.LongStays.ShouldBe(2);
    }

    [Fact]
    public void GivenNobody_ThenNoMeanAndNoMedian()
    {
        var summary = Round(At(Now)).Summary;

        (summary.LongStays, summary.MeanMidnights, summary.MedianMidnights).ShouldBe((0, null, null));
    }

    [Fact]
    public void GivenEvenNumberOfStays_ThenTheMedianIsBetweenTheTwoInTheMiddle()
    {
        var summary = Round(At(Now).Says("a1", Long("S-1", "1", 8), Long("S-2", "2", 11), Long("S-3", "3", 30), Long("S-4", "4", 51))).Summary;

        (summary.MeanMidnights, summary.MedianMidnights).ShouldBe((25, 20.5));
    }

    private static GivenHospital At(DateTimeOffset now) => new GivenHospital("a1", "b2").At(now);

    private static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Admitted so many midnights before a day of a round.</summary>
    private static AdmitStay Long(string reference, string bed, int midnights) => new(reference, bed, AdmittedAt: Now.AddDays(-midnights));

    private static HospitalRound Round(GivenHospital hospital, IReadOnlyCollection<Site>? before = null, LocalityPolicy? policy = null) =>
        HospitalRound.Of(hospital.Sites, before, RoundHospital.Of(hospital.Sites).Single(), "stockport", policy ?? LocalityPolicy.Default, hospital.Now);
}
