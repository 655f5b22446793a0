using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Holds;

public sealed class HoldDecisionsTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;

    [Fact]
    public void GivenVacancy_WhenHold_ThenKeptFor24Hours() => OneVacancy()
        .When(new PlaceHold(GeneralNursing, "S-1"), "hold-1")
        .ThenHappened(new HoldPlaced("hold-1", GeneralNursing, Now.AddHours(24), "S-1"))
        .ThenAvailable(GeneralNursing, 0);

    [Fact]
    public void GivenLastBedHeld_WhenAnotherHold_ThenRefused() => Held()
        .When(new PlaceHold(GeneralNursing, "S-2"))
        .ThenRefused(RefusalCode.NoVacancy);

    [Fact]
    public void GivenFullHome_WhenHold_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 10, 10)
        .When(new PlaceHold(GeneralNursing, "S-1"))
        .ThenRefused(RefusalCode.NoVacancy);

    [Fact]
    public void GivenOnlyClosedBeds_WhenHold_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 10, 8, 2)
        .When(new PlaceHold(GeneralNursing, "S-1"))
        .ThenRefused(RefusalCode.NoVacancy);

    [Fact]
    public void GivenHold_WhenItsTimeComes_ThenItHasRunOutByItselfAtThatInstant()
    {
        var capacity = Held().Capacity;
        var line = capacity.Line(GeneralNursing)!;
        capacity.Available(line, Now.AddHours(24).AddTicks(-1)).ShouldBe(0);
        capacity.Available(line, Now.AddHours(24)).ShouldBe(1);
        capacity.LiveHolds(Now.AddHours(24)).ShouldBeEmpty();
    }

    [Fact]
    public void GivenHoldThatRanOut_WhenAnotherHold_ThenTheBedIsTheirs() => Held().After(TimeSpan.FromHours(24))
        .When(new PlaceHold(GeneralNursing, "S-2"), "hold-2")
        .ThenHappened(new HoldPlaced("hold-2", GeneralNursing, Now.AddHours(48), "S-2"));

    [Fact]
    public void GivenVacancy_WhenHoldWithTimes_ThenKept() => OneVacancy()
        .When(new PlaceHold(GeneralNursing, Note: "by ambulance", Until: Now.AddDays(14), Arrival: Now.AddDays(14)), "hold-1")
        .ThenHappened(new HoldPlaced("hold-1", GeneralNursing, Now.AddDays(14), Note: "by ambulance", Arrival: Now.AddDays(14)));

    [Fact]
    public void GivenVacancy_WhenHoldTooLongOrInThePast_ThenRefused()
    {
        OneVacancy().When(new PlaceHold(GeneralNursing, "S-1", Until: Now.AddDays(14).AddTicks(1))).ThenRefused(RefusalCode.Invalid, "until");
        OneVacancy().When(new PlaceHold(GeneralNursing, "S-1", Until: Now)).ThenRefused(RefusalCode.Invalid, "until");
    }

    [Fact]
    public void GivenVacancy_WhenArrivalIsNotWithinTheHold_ThenRefused()
    {
        OneVacancy().When(new PlaceHold(GeneralNursing, "S-1", Arrival: Now)).ThenRefused(RefusalCode.Invalid, "arrival");
        OneVacancy().When(new PlaceHold(GeneralNursing, "S-1", Arrival: Now.AddHours(24).AddTicks(1))).ThenRefused(RefusalCode.Invalid, "arrival");
    }

    [Fact]
    public void GivenArrival_WhenAskedForTheNext24Hours_ThenCountedWhileTheHoldIsLive()
    {
        var hold = OneVacancy().And(new PlaceHold(GeneralNursing, "S-1", Until: Now.AddHours(40), Arrival: Now.AddHours(30))).Capacity.Holds.Single();
        hold.IsArrivingWithin24Hours(Now).ShouldBeFalse();
        hold.IsArrivingWithin24Hours(Now.AddHours(6)).ShouldBeTrue();
        hold.IsArrivingWithin24Hours(Now.AddHours(30)).ShouldBeFalse();
        (hold with { Arrival = null }).IsArrivingWithin24Hours(Now).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, " ")]
    [InlineData("Mary Smith", null)]
    [InlineData("Smith", null)]
    [InlineData("", "a note")]
    public void GivenVacancy_WhenHoldForNobodyOrAName_ThenRefused(string? stay, string? note) => OneVacancy()
        .When(new PlaceHold(GeneralNursing, stay, note))
        .ThenRefused(RefusalCode.Invalid, "stay");

    [Fact]
    public void GivenVacancy_WhenNoteTooLong_ThenRefused() => OneVacancy()
        .When(new PlaceHold(GeneralNursing, "S-1", new string('x', 501)))
        .ThenRefused(RefusalCode.Invalid, "note");

    [Fact]
    public void GivenNoLine_WhenHold_ThenRefused() => OneVacancy()
        .When(new PlaceHold(DementiaNursing, "S-1"))
        .ThenRefused(RefusalCode.UnknownBedLine, "type");

    [Fact]
    public void GivenSuspension_WhenHold_ThenRefusedWithTheReason() => OneVacancy().And(new SuspendPlacements("infection"))
        .When(new PlaceHold(GeneralNursing, "S-1"))
        .ThenRefused(RefusalCode.Suspended)
        .Decision.Refusal!.Message.ShouldContain("infection");

    [Fact]
    public void GivenStayHasHold_WhenHoldAgainOnAnyLine_ThenRefused()
    {
        var given = GivenSite.CareHome().Declared(GeneralNursing, 10, 5).Declared(GeneralResidential, 10, 5).And(new PlaceHold(GeneralNursing, "S-1"));
        given.When(new PlaceHold(GeneralResidential, "S-1")).ThenRefused(RefusalCode.AlreadyHeld, "stay");
        given.After(TimeSpan.FromHours(24)).When(new PlaceHold(GeneralResidential, "S-1")).ThenAvailable(GeneralResidential, 4);
    }

    [Fact]
    public void GivenTwoHoldsWithOnlyANote_WhenHold_ThenBothAreKept() => GivenSite.CareHome().Declared(GeneralNursing, 10, 8)
        .And(new PlaceHold(GeneralNursing, Note: "from A&E"))
        .When(new PlaceHold(GeneralNursing, Note: "from A&E"))
        .ThenAvailable(GeneralNursing, 0);

    [Fact]
    public void GivenHold_WhenExtend_ThenLastsLonger()
    {
        var given = Held();
        given.When(new ExtendHold("hold-1", Now.AddHours(30))).ThenHappened(new HoldExtended("hold-1", Now.AddHours(30)));
        given.Capacity.Held(GeneralNursing, Now.AddHours(29)).ShouldBe(1);
    }

    [Fact]
    public void GivenHold_WhenExtendToEarlierSameOrTooFar_ThenRefused()
    {
        Held().When(new ExtendHold("hold-1", Now.AddHours(23))).ThenRefused(RefusalCode.Invalid, "until");
        Held().When(new ExtendHold("hold-1", Now.AddHours(24))).ThenRefused(RefusalCode.Invalid, "until");
        Held().When(new ExtendHold("hold-1", Now.AddDays(15))).ThenRefused(RefusalCode.Invalid, "until");
    }

    [Fact]
    public void GivenHold_WhenRelease_ThenAvailableAgain() => Held()
        .When(new ReleaseHold("hold-1", "placed elsewhere"))
        .ThenHappened(new HoldReleased("hold-1", "placed elsewhere"))
        .ThenAvailable(GeneralNursing, 1);

    [Fact]
    public void GivenHold_WhenReleaseWithoutReason_ThenRefused() => Held()
        .When(new ReleaseHold("hold-1", ""))
        .ThenRefused(RefusalCode.Invalid, "reason");

    [Fact]
    public void GivenHold_WhenAdmit_ThenOccupiedInsteadOfHeld() => Held()
        .When(new AdmitOnHold("hold-1"))
        .ThenHappened(new HoldBecameAdmission("hold-1", GeneralNursing, "S-1"))
        .ThenLine(GeneralNursing, 10, 10, 0)
        .ThenAvailable(GeneralNursing, 0)
        .Capacity.Holds.ShouldBeEmpty();

    [Fact]
    public void GivenArrival_WhenUndoneWithinAnHour_ThenTheBedIsHeldAgainAndTheyMayStillCome()
    {
        var given = Held().And(new AdmitOnHold("hold-1")).After(TimeSpan.FromHours(1));
        var then = given.When(new UndoArrival("hold-1"), by: "The deputy").ThenHappened(new ArrivalUndone("hold-1", GeneralNursing, "S-1")).ThenLine(GeneralNursing, 10, 9, 0).ThenAvailable(GeneralNursing, 0);
        then.Capacity.Holds.ShouldHaveSingleItem().ArrivalUndone.ShouldBe(new(Now.AddHours(1), "The deputy"));
        then.And.When(new UndoArrival("hold-1")).ThenRefused(RefusalCode.UnknownHold, "hold");
        then.And.And(new AdmitOnHold("hold-1")).Capacity.Holds.ShouldBeEmpty();
    }

    [Fact]
    public void GivenArrival_WhenUndoneLaterOrTheFiguresHaveChanged_ThenToldWhatToDoInstead()
    {
        Held().And(new AdmitOnHold("hold-1")).After(TimeSpan.FromMinutes(61)).When(new UndoArrival("hold-1")).ThenRefused(RefusalCode.NotInThatState);
        Held().And(new AdmitOnHold("hold-1")).And(new DeclareVacancies([new(GeneralNursing, 10, 0)])).When(new UndoArrival("hold-1")).ThenRefused(RefusalCode.NotInThatState);
        Held().When(new UndoArrival("hold-1")).ThenRefused(RefusalCode.UnknownHold, "hold");
    }

    [Fact]
    public void GivenHoldAndSuspension_WhenAdmit_ThenRefusedUntilLifted()
    {
        var given = Held().And(new SuspendPlacements("infection", GeneralNursing));
        given.When(new AdmitOnHold("hold-1")).ThenRefused(RefusalCode.Suspended);
        given.And(new LiftSuspension(GeneralNursing)).When(new AdmitOnHold("hold-1")).ThenLine(GeneralNursing, 10, 10, 0);
    }

    [Fact]
    public void GivenArrival_WhenTheWardSaysTheyAreStillThere_ThenTheBedIsHeldAgainHoweverLongAfter()
    {
        var (ward, other) = (SiteKey.OfWard("stockport", "stepping-hill", "a1"), SiteKey.OfWard("stockport", "wythenshawe", "f1"));
        var given = GivenSite.CareHome().Declared(GeneralNursing, 10, 8).And(new PlaceHold(GeneralNursing, "S-1", Until: Now.AddDays(2), From: ward), "hold-1")
            .And(new AdmitOnHold("hold-1")).After(TimeSpan.FromHours(20));

        given.When(new DenyArrival("hold-1", other)).ThenRefused(RefusalCode.Invalid, "stillAt");
        given.When(new DenyArrival("hold-9", ward)).ThenRefused(RefusalCode.UnknownHold, "hold");
        var then = given.When(new DenyArrival("hold-1", SiteKey.OfWard("stockport", "stepping-hill", "b2")))
            .ThenHappened(new ArrivalUndone("hold-1", GeneralNursing, "S-1", SiteKey.OfWard("stockport", "stepping-hill", "b2"))).ThenLine(GeneralNursing, 10, 8, 0).ThenAvailable(GeneralNursing, 1);
        then.And.When(new DenyArrival("hold-1", ward)).ThenRefused(RefusalCode.UnknownHold, "hold");
    }

    [Fact]
    public void GivenWard_WhenAdmitOnHold_ThenRefusedForTheStayIsNeeded() => GivenSite.Ward().Declared(Inpatient, 10)
        .And(new PlaceHold(Inpatient, "S-1"), "hold-1")
        .When(new AdmitOnHold("hold-1"))
        .ThenRefused(RefusalCode.NotForThisKind, "hold");

    public static TheoryData<string> ActsOnAHold => ["extend", "release", "admit"];

    [Theory, MemberData(nameof(ActsOnAHold))]
    public void GivenHoldThatRanOut_WhenActOnIt_ThenRefusedAsEnded(string act) => Held().After(TimeSpan.FromHours(24))
        .When(Act(act, "hold-1"))
        .ThenRefused(RefusalCode.HoldEnded, "hold");

    [Theory, MemberData(nameof(ActsOnAHold))]
    public void GivenHoldReleased_WhenActOnIt_ThenRefusedAsUnknown(string act) => Held().And(new ReleaseHold("hold-1", "placed elsewhere"))
        .When(Act(act, "hold-1"))
        .ThenRefused(RefusalCode.UnknownHold, "hold");

    [Theory, MemberData(nameof(ActsOnAHold))]
    public void GivenHoldUsed_WhenActOnIt_ThenRefusedAsUnknown(string act) => Held().And(new AdmitOnHold("hold-1"))
        .When(Act(act, "hold-1"))
        .ThenRefused(RefusalCode.UnknownHold, "hold");

    [Theory, MemberData(nameof(ActsOnAHold))]
    public void GivenNoHold_WhenActOnIt_ThenRefusedAsUnknown(string act) => OneVacancy()
        .When(Act(act, "hold-7"))
        .ThenRefused(RefusalCode.UnknownHold, "hold");

    [Fact]
    public void GivenHoldThatRanOutOverAWeekAgo_WhenAnotherHold_ThenItIsForgotten()
    {
        var given = Held().After(TimeSpan.FromDays(8)).And(new PlaceHold(GeneralNursing, "S-2"), "hold-2");
        given.Capacity.Holds.Select(hold => hold.Id).ShouldBe(["hold-1", "hold-2"]);
        given.And(new ReleaseHold("hold-2", "mistake")).After(TimeSpan.FromTicks(1)).And(new PlaceHold(GeneralNursing, "S-3"), "hold-3");
        given.Capacity.Holds.Select(hold => hold.Id).ShouldBe(["hold-3"]);
    }

    private static GivenSite OneVacancy() => GivenSite.CareHome().Declared(GeneralNursing, 10, 9);

    private static GivenSite Held() => OneVacancy().And(new PlaceHold(GeneralNursing, "S-1"), "hold-1");

    private static CapacityCommand Act(string act, string hold) => act switch
    {
        "extend" => new ExtendHold(hold, Now.AddDays(5)),
        "release" => new ReleaseHold(hold, "placed elsewhere"),
        _ => new AdmitOnHold(hold),
    };
}
