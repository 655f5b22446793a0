using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using static CapacityBoard.Stays.DelayReason;

namespace CapacityBoard.Stays;

public sealed class PlanDecisionsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly Needs Nursing = new([BedType.GeneralNursing, BedType.DementiaNursing], Nursing: true, Near: "SK2 7JE", WithinKilometres: 8);

    [Fact]
    public void GivenStay_WhenSetPathway_ThenSetChangedAndTakenBack()
    {
        var given = Ward().And(new SetPathway("S-1", Pathway.P1)).And(new SetPathway("S-1", Pathway.P3));
        given.Site.Stays.Find("S-1")!.Plan!.Pathway.ShouldBe(Pathway.P3);
        given.When(new SetPathway("S-1", Pathway.P3)).ThenNothingHappened();
        given.When(new SetPathway("S-1", null)).ThenHappened(new PathwaySet("S-1", null)).ThenStay("S-1").Plan!.Pathway.ShouldBeNull();
    }

    [Fact]
    public void GivenStay_WhenSetNeeds_ThenTheyAreItsAndTheSameAgainIsNothing()
    {
        var given = Ward().When(new SetNeeds("S-1", Nursing)).ThenHappened(new NeedsSet("S-1", Nursing)).And;
        given.When(new SetNeeds("S-1", Nursing with { Types = [.. Nursing.Types] })).ThenNothingHappened();
        given.When(new SetNeeds("S-1", Nursing with { Dementia = true })).ThenStay("S-1").Plan!.Needs!.Dementia.ShouldBeTrue();
    }

    public static TheoryData<Needs, string> NeedsThatCannotBe => new()
    {
        { new([]), "needs.types" },
        { new([BedType.Inpatient]), "needs.types" },
        { new([BedType.StepDown, BedType.StepDown]), "needs.types" },
        { Nursing with { Wished = [.. Enumerable.Range(1, 6).Select(number => SiteKey.Of("stockport", $"home-{number}"))] }, "needs.wished" },
        { Nursing with { Wished = [SiteKey.Of("stockport", "fernlea"), SiteKey.Of("stockport", "fernlea")] }, "needs.wished" },
        { Nursing with { Near = null }, "needs.near" },
        { Nursing with { WithinKilometres = 0 }, "needs.withinKilometres" },
        { Nursing with { WithinKilometres = double.NaN }, "needs.withinKilometres" },
        { Nursing with { WithinKilometres = 201 }, "needs.withinKilometres" },
        { Nursing with { Near = new('x', 101) }, "needs.near" },
        { Nursing with { Note = new('x', 501) }, "needs.note" },
    };

    [Theory, MemberData(nameof(NeedsThatCannotBe))]
    public void GivenStay_WhenNeedsCannotBe_ThenRefusedByTheFieldThatIsWrong(Needs needs, string field) =>
        Ward().When(new SetNeeds("S-1", needs)).ThenRefused(RefusalCode.Invalid, field);

    [Fact]
    public void GivenNeeds_WhenAPlaceIsAsked_ThenItIsNotToldWhichOthersAreWishedForNorWhereThePersonLives()
    {
        var told = (Nursing with { Wished = [SiteKey.Of("stockport", "fernlea")] }).ForThePlaceAsked();
        (told.Wished.Length, told.Near, told.WithinKilometres, told.Nursing).ShouldBe((0, null, null, true));
    }

    [Fact]
    public void GivenStay_WhenFirstDelay_ThenItIsPrimaryItsUsualOwnersAndSinceToday() => Ward()
        .When(new RecordDelay("S-1", HomeSocialCareNotAvailable))
        .ThenHappened(new DelayRecorded("S-1", HomeSocialCareNotAvailable, DelayOwner.SocialCare, Today, IsPrimary: true));

    [Fact]
    public void GivenDelay_WhenAnother_ThenBothAreThereAndTheFirstStaysPrimary()
    {
        var stay = Ward().And(new RecordDelay("S-1", HomeSocialCareNotAvailable)).When(new RecordDelay("S-1", Equipment, Since: Today.AddDays(-1))).ThenStay("S-1");
        stay.Delays.Select(delay => (delay.Reason, delay.IsPrimary)).ShouldBe([(HomeSocialCareNotAvailable, true), (Equipment, false)]);
        stay.PrimaryDelay!.Reason.ShouldBe(HomeSocialCareNotAvailable);
    }

    [Fact]
    public void GivenTwoDelays_WhenTheOtherIsMadePrimary_ThenOnlyItIs()
    {
        var stay = TwoDelays().When(new RecordDelay("S-1", Equipment, Primary: true)).ThenStay("S-1");
        stay.Delays.Select(delay => delay.IsPrimary).ShouldBe([false, true]);
        stay.Delays[1].Since.ShouldBe(Today.AddDays(-1), "what is not said stays as it was");
    }

    [Fact]
    public void GivenDelays_WhenThePrimaryEnds_ThenTheOneThatHasLastedLongestIs()
    {
        var stay = TwoDelays().And(new RecordDelay("S-1", Choice)).When(new EndDelay("S-1", HomeSocialCareNotAvailable)).ThenHappened(new DelayEnded("S-1", HomeSocialCareNotAvailable)).ThenStay("S-1");
        stay.Delays.Select(delay => (delay.Reason, delay.IsPrimary)).ShouldBe([(Equipment, true), (Choice, false)]);
    }

    [Fact]
    public void GivenNoSuchDelay_WhenEnded_ThenRefused() => TwoDelays().When(new EndDelay("S-1", FamilyConcerns)).ThenRefused(RefusalCode.UnknownDelay, "reason");

    [Fact]
    public void GivenDelay_WhenRecordedAsItIs_ThenNothing() => TwoDelays().When(new RecordDelay("S-1", Equipment)).ThenNothingHappened();

    [Fact]
    public void GivenStay_WhenDelayBeginsBeforeTheAdmissionOrAhead_ThenRefused()
    {
        Ward().When(new RecordDelay("S-1", Choice, Since: Today.AddDays(-3))).ThenRefused(RefusalCode.Invalid, "since");
        Ward().When(new RecordDelay("S-1", Choice, Since: Today.AddDays(1))).ThenRefused(RefusalCode.Invalid, "since");
    }

    [Fact]
    public void GivenStay_WhenADayIsMarked_ThenItCanBeSaidAnew()
    {
        var given = Ward().And(new MarkDay("S-1", Today, IsGreen: false, Transport, "booked for Tuesday"));
        given.When(new MarkDay("S-1", Today, IsGreen: false, Transport, "booked for Tuesday")).ThenNothingHappened();
        var plan = given.And(new MarkDay("S-1", Today, IsGreen: true)).Site.Stays.Find("S-1")!.Plan!;
        plan.Days.ShouldHaveSingleItem().IsGreen.ShouldBeTrue();
        plan.Of(Today.AddDays(-1)).ShouldBeNull("a day of which nothing was said is red");
    }

    [Fact]
    public void GivenStay_WhenAMarkIsNotPossible_ThenRefused()
    {
        Ward().When(new MarkDay("S-1", Today, IsGreen: false)).ThenRefused(RefusalCode.Invalid, "reason").Decision.Refusal!.Message.ShouldContain("home-social-care-not-available");
        Ward().When(new MarkDay("S-1", Today, IsGreen: true, Transport)).ThenRefused(RefusalCode.Invalid, "reason");
        Ward().When(new MarkDay("S-1", Today.AddDays(1), IsGreen: true)).ThenRefused(RefusalCode.Invalid, "day");
        Ward().When(new MarkDay("S-1", Today.AddDays(-3), IsGreen: true)).ThenRefused(RefusalCode.Invalid, "day");
        Ward(admittedBefore: 30).When(new MarkDay("S-1", Today.AddDays(-8), IsGreen: true)).ThenRefused(RefusalCode.Invalid, "day");
    }

    [Fact]
    public void GivenLongStay_WhenEveryDayIsMarked_ThenTheLastFortnightIsKept()
    {
        var given = Ward();
        for (var day = 0; day < 30; day++)
        {
            given = given.And(new MarkDay("S-1", Today.AddDays(day), IsGreen: true)).After(TimeSpan.FromDays(1));
        }

        given.Site.Stays.Find("S-1")!.Plan!.Days.Select(marked => marked.Day.DayNumber - Today.DayNumber).ShouldBe(Enumerable.Range(16, 14));
    }

    [Fact]
    public void GivenStay_WhenAChoiceListIsGiven_ThenItCanBeFoundAgain()
    {
        var choices = Ward().When(new GiveChoiceList("S-1", 1203, GivenSite.Start)).ThenStay("S-1").Plan!.Choices!;
        (choices.Version, choices.At, choices.Given.By).ShouldBe((1203, GivenSite.Start, "someone"));
        Ward().When(new GiveChoiceList("S-1", -1, GivenSite.Start)).ThenRefused(RefusalCode.Invalid, "version");
        Ward().When(new GiveChoiceList("S-1", 1, GivenSite.Start.AddDays(1))).ThenRefused(RefusalCode.Invalid, "at");
    }

    [Fact]
    public void GivenPlan_WhenThePersonMovesToAnotherWard_ThenItGoesWithThem()
    {
        var stay = TwoDelays().Site.Stays.Find("S-1")!;
        GivenSite.Ward().Declared(BedType.Inpatient, 3).When(new AcceptTransfer(stay, SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2")))
            .ThenStay("S-1").Delays.Length.ShouldBe(2);
    }

    private static GivenSite TwoDelays() => Ward().And(new RecordDelay("S-1", HomeSocialCareNotAvailable)).And(new RecordDelay("S-1", Equipment, Since: Today.AddDays(-1)));

    private static GivenSite Ward(int admittedBefore = 2) =>
        GivenSite.Ward().Declared(BedType.Inpatient, 3).And(new AdmitStay("S-1", "1", AdmittedAt: GivenSite.Start.AddDays(-admittedBefore)));
}
