using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Plans;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Residences;

/// <summary>For whom a place is sought, and what stands at the top of the choice list of somebody who goes back.</summary>
public sealed class ResidenceInSearchTests
{
    private static readonly SiteKey Limes = GivenChoices.Key("limes");

    private static readonly DateOnly Today = LocalDay.Of(GivenBoard.Start);

    [Fact]
    public void GivenPathway0_ThenTheirHomeIsAtTheTopAndInNoOtherPartOfTheList()
    {
        var list = GoingBack(Pathway.P0).Make();

        (list.Home!.Site, list.Home.Name, list.Home.Answer, list.Home.IsOpen).ShouldBe((Limes, "Limes", null, true));
        list.Listed().Names().ShouldBe(["oaks"]);
        list.Excluded.ShouldBeEmpty();
    }

    [Fact]
    public void GivenAnotherPathway_ThenTheirHomeIsAtTheTopOnceItCanSupportThemAsBefore()
    {
        var given = GoingBack(Pathway.P3);
        (given.Make().Home, given.Make().Listed().Count()).ShouldBe((null, 2));
        given.Says("limes", new AnswerReturn(GivenChoices.Person, GivenChoices.From, ReturnAnswer.NewAssessment)).Make().Home.ShouldBeNull();

        var home = given.Says("limes", new AnswerReturn(GivenChoices.Person, GivenChoices.From, ReturnAnswer.SameSupport, Today.AddDays(4))).Make().Home!;

        (home.Answer, home.KeptUntil, home.Answered!.By).ShouldBe((ReturnAnswer.SameSupport, Today.AddDays(4), "The manager"));
        given.Plan().Proposals.ShouldHaveSingleItem("a place is sought all the same, since the pathway says so");
    }

    [Fact]
    public void GivenPathway0_ThenNoPlanAndNoFreeBedSeeksThem()
    {
        var plan = GoingBack(Pathway.P0).Plan();
        (plan.NeedNoPlace, plan.Proposals.Length, plan.LeftOut.Length).ShouldBe((1, 0, 0));
        GoingBack(Pathway.P1).Plan().Proposals.Length.ShouldBe(1);
        Suited(GoingBack(Pathway.P0)).ShouldBe((0, 0));
        Suited(GoingBack(Pathway.P1)).ShouldBe((1, 0));
    }

    [Fact]
    public void GivenHomeThatClosed_ThenThePlanLeavesThemOutAndSaysWhy()
    {
        var given = GoingBack(Pathway.P0).Says("limes", new CloseSite("sold"));

        var left = given.Plan().LeftOut.ShouldHaveSingleItem().ShouldBeOfType<HomeClosed>();

        PlanWords.Why(left).ShouldBe("They were to go back to their usual residence, which has closed.");
        PlanWords.Counts([left]).ShouldBe(["1 whose home has closed"]);
        (given.Make().Home!.IsOpen, Residence(given).CanGoBack).ShouldBe((false, false));
        ReturnWords.Next(Residence(given), given.Now)!.ShouldContain("It closed on 2 March. Ask the person or family where they will live");
    }

    [Fact]
    public void GivenAnyAnswer_ThenOnlyANewAssessmentSpeaksAgainstTheReturn()
    {
        var given = GoingBack(Pathway.P0);
        (Residence(given).Standing, Residence(given).CanGoBack).ShouldBe((ReturnStanding.NotAnswered, true));
        given.Says("limes", new AnswerReturn(GivenChoices.Person, GivenChoices.From, ReturnAnswer.NewAssessment));
        (Residence(given).Standing, Residence(given).CanGoBack, Residence(given).IsOffered).ShouldBe((ReturnStanding.NewAssessment, false, true));
        given.Says("limes", new AnswerReturn(GivenChoices.Person, GivenChoices.From, ReturnAnswer.SameSupport));
        (Residence(given).Standing, Residence(given).CanGoBack).ShouldBe((ReturnStanding.SameSupport, true));
        (Residence(GoingBack(Pathway.P3)).CanGoBack, Residence(GoingBack(null)).CanGoBack).ShouldBe((false, false));
    }

    [Fact]
    public void GivenSuspendedOrUnknownPlace_ThenTheWardIsToldWhatToDo()
    {
        var given = GoingBack(Pathway.P0).Says("limes", new SuspendPlacements("Infection"));
        ReturnWords.Next(Residence(given), given.Now).ShouldBe("Placements there are suspended (Infection). Ring before the person goes back.");
        var unknown = PersonsResidence.Of(GivenChoices.From, given.Stay, _ => null)!;
        (unknown.Standing, ReturnWords.Name(unknown)).ShouldBe((ReturnStanding.NotOnTheBoard, "Limes"));
        ReturnWords.Next(unknown, given.Now)!.ShouldContain("not on the board, so it has not been told");
    }

    [Fact]
    public void GivenBedThatIsKept_ThenTheWordsSayUntilWhenAlsoAfterwards()
    {
        var given = GoingBack(Pathway.P0).Says("limes", new AnswerReturn(GivenChoices.Person, GivenChoices.From, ReturnAnswer.SameSupport, Today.AddDays(1)));
        ReturnWords.KeptUntil(Residence(given), given.Now).ShouldBe("Bed kept until tomorrow.");
        ReturnWords.Next(Residence(given), given.Now).ShouldBeNull();
        ReturnWords.KeptUntil(Residence(given), given.Now.AddDays(2)).ShouldBe("Bed was kept until yesterday.");
        ReturnWords.Next(Residence(given), given.Now.AddDays(2)).ShouldBe("Ring to ask whether they can still come.");
    }

    [Fact]
    public void GivenAnyPeople_ThenAPlaceIsSoughtForExactlyThoseWhoDoNotGoBack() => Law.HoldsForAll(RandomWaiting.Any, random =>
    {
        var given = random.Given().Registered("their-home");
        foreach (var (index, stay) in given.Board.Find(GivenChoices.From).Stays.All.Index())
        {
            if ((random.Nights + index) % 2 == 0)
            {
                given.Board.Says(GivenChoices.From, new SetUsualResidence(stay.Reference, GivenChoices.Key("their-home")));
            }

            if ((random.Nights + index) % 3 > 0)
            {
                given.Board.Says(GivenChoices.From, new SetPathway(stay.Reference, Pathway.P0));
            }
        }

        var people = given.Board.Find(GivenChoices.From).Stays.All.Select((stay, index) => (stay.Reference, GoesBack: (random.Nights + index) % 2 == 0 && (random.Nights + index) % 3 > 0)).ToList();
        var plan = given.Plan();
        var suited = given.Sites.Where(site => site.Kind != SiteKind.Ward)
            .Select(place => SuitedPeople.Of(place, given.Waiting(), _ => GivenChoices.Near, _ => false, given.Board.Policies, given.Now))
            .SelectMany(each => each.Ready.Concat(each.Soon).Select(person => person.Person).Concat(each.Excluded.Select(person => person.Person)));

        plan.Proposals.Select(each => each.Person.Stay.Reference).Concat(plan.LeftOut.Select(each => each.Person.Stay.Reference))
            .Concat(plan.Arranged.Select(each => each.Person.Stay.Reference)).Distinct().Order()
            .ShouldBe(people.Where(person => !person.GoesBack || plan.Arranged.Any(each => each.Person.Stay.Reference == person.Reference)).Select(person => person.Reference).Order());
        suited.ShouldAllBe(person => people.Any(each => each.Reference == person.Stay.Reference && !each.GoesBack));
    });

    /// <summary>Somebody who is medically optimised and came from a home with a free bed that would suit them, as another's would.</summary>
    private static GivenChoices GoingBack(Pathway? pathway)
    {
        var given = new GivenChoices().Home("limes").Home("oaks").Optimised(GivenChoices.Person, 3);
        given.Board.Says(GivenChoices.From, new SetUsualResidence(GivenChoices.Person, Limes));
        if (pathway is not null)
        {
            given.Board.Says(GivenChoices.From, new SetPathway(GivenChoices.Person, pathway));
        }

        return given;
    }

    private static PersonsResidence Residence(GivenChoices given) => PersonsResidence.Of(GivenChoices.From, given.Stay, given.Board.Find)!;

    private static (int Ready, int Excluded) Suited(GivenChoices given)
    {
        var suited = SuitedPeople.Of(given.Board.Find(GivenChoices.Key("oaks")), given.Waiting(), _ => null, _ => false, given.Board.Policies, given.Now);
        return (suited.Ready.Length, suited.Excluded.Length);
    }
}
