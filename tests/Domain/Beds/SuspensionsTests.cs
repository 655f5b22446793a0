using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Beds;

public sealed class SuspensionsTests
{
    private static readonly DateTimeOffset Friday = GivenSite.Start.AddDays(4);

    [Fact]
    public void GivenVacancies_WhenSuspendSite_ThenNoneAvailableOnAnyLine() => Home()
        .When(new SuspendPlacements("safeguarding enquiry"))
        .ThenHappened(new PlacementsSuspended("safeguarding enquiry"))
        .ThenAvailable(GeneralNursing, 0)
        .ThenAvailable(GeneralResidential, 0);

    [Fact]
    public void GivenVacancies_WhenSuspendLine_ThenTheOtherLineStaysAvailable() => Home()
        .When(new SuspendPlacements("no nurse", GeneralNursing))
        .ThenAvailable(GeneralNursing, 0)
        .ThenAvailable(GeneralResidential, 2);

    [Fact]
    public void GivenSuspension_WhenAskedWhatIsUnpromised_ThenTheVacanciesAreStillKnown()
    {
        var capacity = Home().When(new SuspendPlacements("no nurse", GeneralNursing)).Capacity;
        capacity.Unpromised(capacity.Line(GeneralNursing)!, GivenSite.Start).ShouldBe(5);
    }

    [Fact]
    public void GivenSuspensionWithEnd_WhenTheEndComes_ThenAvailableAgain()
    {
        var given = Home().And(new SuspendPlacements("infection", Until: Friday));
        var line = given.Capacity.Line(GeneralNursing)!;
        given.Capacity.Available(line, Friday.AddTicks(-1)).ShouldBe(0);
        given.Capacity.Available(line, Friday).ShouldBe(5);
    }

    [Fact]
    public void GivenSuspension_WhenLift_ThenAvailableAgain() => Home().And(new SuspendPlacements("infection"))
        .When(new LiftSuspension())
        .ThenHappened(new SuspensionLifted())
        .ThenAvailable(GeneralNursing, 5)
        .Capacity.Suspensions.ShouldBeEmpty();

    [Fact]
    public void GivenSiteAndLineSuspended_WhenLiftSite_ThenTheLineStaysSuspended() => Home()
        .And(new SuspendPlacements("no nurse", GeneralNursing))
        .And(new SuspendPlacements("infection"))
        .When(new LiftSuspension())
        .ThenAvailable(GeneralNursing, 0)
        .ThenAvailable(GeneralResidential, 2);

    [Fact]
    public void GivenSiteAndLineSuspended_WhenAskedWhy_ThenTheSitesReasonComesFirst()
    {
        var capacity = Home().And(new SuspendPlacements("no nurse", GeneralNursing)).And(new SuspendPlacements("infection", Until: Friday)).Capacity;
        capacity.SuspensionOf(GeneralNursing, GivenSite.Start)!.Reason.ShouldBe("infection");
        capacity.SuspensionOf(GeneralNursing, Friday)!.Reason.ShouldBe("no nurse");
        capacity.SuspensionOf(GeneralResidential, Friday).ShouldBeNull();
    }

    [Fact]
    public void GivenSuspension_WhenSuspendTheSameScope_ThenReplaced()
    {
        var suspension = Home().And(new SuspendPlacements("infection"))
            .When(new SuspendPlacements("staffing", Until: Friday))
            .Capacity.Suspensions.ShouldHaveSingleItem();
        (suspension.Reason, suspension.Until).ShouldBe(("staffing", Friday));
    }

    [Fact]
    public void GivenNoSuspensionOfThatScope_WhenLift_ThenRefused()
    {
        Home().When(new LiftSuspension()).ThenRefused(RefusalCode.UnknownSuspension, "type");
        Home().And(new SuspendPlacements("infection")).When(new LiftSuspension(GeneralNursing)).ThenRefused(RefusalCode.UnknownSuspension, "type");
    }

    [Fact]
    public void GivenSuspensionThatEnded_WhenLift_ThenRefused() => Home().And(new SuspendPlacements("infection", Until: Friday)).At(Friday)
        .When(new LiftSuspension())
        .ThenRefused(RefusalCode.UnknownSuspension);

    [Fact]
    public void GivenHome_WhenSuspendWithoutReason_ThenRefused() => Home()
        .When(new SuspendPlacements(""))
        .ThenRefused(RefusalCode.Invalid, "reason");

    [Fact]
    public void GivenHome_WhenSuspendUntilThePast_ThenRefused() => Home()
        .When(new SuspendPlacements("infection", Until: GivenSite.Start))
        .ThenRefused(RefusalCode.Invalid, "until");

    [Fact]
    public void GivenHome_WhenSuspendTypeOfAnotherKind_ThenRefused() => Home()
        .When(new SuspendPlacements("infection", Inpatient))
        .ThenRefused(RefusalCode.NotForThisKind, "type");

    [Fact]
    public void GivenSuspendedLineTakenOff_WhenDeclaredAgain_ThenStillSuspended() => Home()
        .And(new SuspendPlacements("no nurse", GeneralNursing))
        .And(new DeclareVacancies([new(GeneralNursing, 0, 0)]))
        .When(new DeclareVacancies([new(GeneralNursing, 10, 0)]))
        .ThenAvailable(GeneralNursing, 0);

    [Fact]
    public void GivenHold_WhenSuspend_ThenTheHoldStaysAndDeclaringGoesOn()
    {
        var given = Home().And(new PlaceHold(GeneralNursing, "S-1"), "hold-1").And(new SuspendPlacements("infection"));
        given.Capacity.Held(GeneralNursing, given.Now).ShouldBe(1);
        given.When(new DeclareVacancies([new(GeneralNursing, 10, 6)])).ThenAvailable(GeneralNursing, 0);
        given.When(new ReleaseHold("hold-1", "placed elsewhere")).ThenHappened(new HoldReleased("hold-1", "placed elsewhere"));
    }

    private static GivenSite Home() => GivenSite.CareHome().Declared(GeneralNursing, 10, 5).Declared(GeneralResidential, 4, 2);
}
