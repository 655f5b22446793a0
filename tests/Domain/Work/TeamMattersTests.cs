using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Policies;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Work;

/// <summary>What waits for a transfer team and for a ward, from the first day to the last.</summary>
public sealed class TeamMattersTests
{
    private readonly GivenBoard _board = GivenBoard.WithHome()
        .And(GivenBoard.Ward, SiteKind.Ward).Says(GivenBoard.Ward, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]))
        .Says(GivenBoard.Ward, new AdmitStay("S-1", "1"))
        .Says(GivenBoard.Ward, new SetNeeds("S-1", new([GivenBoard.Type])));

    [Fact]
    public void GivenNobodyReady_ThenNothingWaits() => Team().ShouldBeEmpty();

    [Fact]
    public void GivenSomebodyReady_WhenAskedAnsweredAndHeld_ThenEachStepWaitsForWhoeverHasTheNext()
    {
        _board.Says(GivenBoard.Ward, new DeclareMedicallyOptimised("S-1"));
        Team().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            matter => matter.Kind.ShouldBe(MatterKind.FindPlaces), matter => matter.Words.ShouldBe("1 person is ready to leave, and no place is asked for them"));

        _board.Says(GivenBoard.Home, new MakeEnquiry(GivenBoard.Type, "S-1", GivenBoard.Ward), "asked");
        Team().ShouldBeEmpty();
        Home().ShouldHaveSingleItem().Kind.ShouldBe(MatterKind.AnswerEnquiry);

        _board.Says(GivenBoard.Home, new QuestionEnquiry("asked", "Which hoist?"));
        Team().ShouldHaveSingleItem().Words.ShouldBe("The Limes asks: Which hoist?");
        Home().ShouldBeEmpty();

        _board.Says(GivenBoard.Home, new ReplyToEnquiry("asked", "A standing one")).Says(GivenBoard.Home, new AnswerEnquiry("asked", PlaceAnswer.Now));
        Home().ShouldBeEmpty();
        var hold = Team().ShouldHaveSingleItem();
        hold.Kind.ShouldBe(MatterKind.HoldBed);

        _board.Says(GivenBoard.Home, hold.Act!.Command, "held");
        Team().ShouldBeEmpty();
        Home().ShouldHaveSingleItem().Kind.ShouldBe(MatterKind.ConfirmArrival);

        _board.After(TimeSpan.FromHours(1)).Says(GivenBoard.Home, new AdmitOnHold("held"));
        Home().ShouldBeEmpty();
        Ward().ShouldHaveSingleItem().Kind.ShouldBe(MatterKind.ConfirmLeft);
        Team().ShouldBeEmpty();
    }

    [Fact]
    public void GivenSomebodyReadyWhoGoesBackToTheirHome_ThenNoPlaceIsToBeFound()
    {
        _board.Says(GivenBoard.Ward, new DeclareMedicallyOptimised("S-1")).Says(GivenBoard.Ward, new SetUsualResidence("S-1", GivenBoard.Home)).Says(GivenBoard.Ward, new SetPathway("S-1", Pathway.P0));

        Team().ShouldBeEmpty();
    }

    [Fact]
    public void GivenFirstLetterDue_WhenItIsGiven_ThenTheWardHasNothingLeft()
    {
        _board.Says(GivenBoard.Ward, new OfferPlace("S-1", GivenBoard.Home, GivenBoard.Type), "offer").Says(GivenBoard.Ward, new AnswerOffer("S-1", "offer", FamilyAnswer.WantsToSeeFirst));
        Ward().ShouldBeEmpty();

        _board.After(TimeSpan.FromDays(2));
        var letter = Ward().ShouldHaveSingleItem();
        (letter.Kind, letter.Words).ShouldBe((MatterKind.GiveLetter, "First letter of the choice policy, day 2"));
        _board.Says(GivenBoard.Ward, letter.Act!.Command);

        Ward().ShouldBeEmpty();
    }

    [Fact]
    public void GivenHold_WhenNobodyAnswersItsReminders_ThenTheTeamIsToCallThem()
    {
        _board.Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: _board.Now.AddHours(24), From: GivenBoard.Ward), "held");

        _board.After(TimeSpan.FromHours(24 * 0.8) - TimeSpan.FromTicks(1));
        Team().ShouldBeEmpty();

        _board.After(TimeSpan.FromTicks(1));
        Team().ShouldHaveSingleItem().Kind.ShouldBe(MatterKind.ChaseHold);
        _board.Says(GivenBoard.Home, new AcceptHold("held"));
        Team().ShouldBeEmpty();
    }

    [Fact]
    public void GivenEnquiry_WhenNobodyAnswersItsReminders_ThenTheTeamIsToCallThemUntilTheyDo()
    {
        _board.Says(GivenBoard.Home, new MakeEnquiry(GivenBoard.Type, "S-1", GivenBoard.Ward, AnswerBy: _board.Now.AddHours(10)), "asked");
        _board.After(TimeSpan.FromHours(8) - TimeSpan.FromTicks(1));
        Team().ShouldBeEmpty();

        _board.After(TimeSpan.FromTicks(1));
        Team().ShouldHaveSingleItem().Words.ShouldBe("The Limes has not answered the enquiry");
        _board.After(TimeSpan.FromHours(3));
        Team().ShouldHaveSingleItem().IsOverdue(_board.Now).ShouldBeTrue();
        _board.Says(GivenBoard.Home, new PlanEnquiryAssessment("asked", _board.Now.AddHours(4)));

        Team().ShouldBeEmpty();
    }

    [Fact]
    public void GivenAcceptedHold_WhenTheArrivalIsLateOrItsEndIsNear_ThenTheTeamSeesWhich()
    {
        _board.Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: _board.Now.AddHours(24), Arrival: _board.Now.AddHours(6), From: GivenBoard.Ward), "late")
            .Says(GivenBoard.Home, new AcceptHold("late"))
            .Says(GivenBoard.Ward, new AdmitStay("S-2", "2"))
            .Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-2", Until: _board.Now.AddHours(9), From: GivenBoard.Ward), "ends")
            .Says(GivenBoard.Home, new AcceptHold("ends"));

        _board.After(TimeSpan.FromHours(6));

        Team().Select(matter => (matter.Kind, matter.Stay)).ShouldBe([(MatterKind.ArrivalOverdue, "S-1"), (MatterKind.HoldEnds, "S-2")], ignoreOrder: true);
    }

    [Fact]
    public void GivenExpectedDateThatPassed_ThenTheWardSetsANewOneFromTheNextDayOn()
    {
        _board.Says(GivenBoard.Ward, new SetExpectedDischarge("S-1", new(2026, 3, 3)));
        _board.At(new(2026, 3, 3, 23, 0, 0, TimeSpan.Zero));
        Ward().ShouldBeEmpty();

        _board.At(new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero));

        Ward().ShouldHaveSingleItem().Kind.ShouldBe(MatterKind.ReviewExpected);
    }

    private List<Matter> Team()
    {
        var ward = _board.Find(GivenBoard.Ward);
        return [.. TeamMatters.Of([.. ward.Stays.All.Select(stay => new KnownStay(ward, stay))], [.. _board.Board.Sites()], _ => new(), _board.Now)];
    }

    private List<Matter> Home() => [.. PlaceMatters.Of(_board.Find(GivenBoard.Home), LocalityPolicy.Default, _board.Now)];

    private List<Matter> Ward()
    {
        var (ward, held) = (_board.Find(GivenBoard.Ward), PlacesHeld.LiveFor(_board.Board.Sites(), _board.Now));
        return [.. WardMatters.Of(ward, ward.Stays.All.SelectMany(stay => held(new(ward, stay))).ToLookup(each => each.Hold.Stay!), PlacesAsked.None, new(), _board.Now)];
    }
}
