using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Plans;

/// <summary>What holds of every plan, whoever waits and whatever is free.</summary>
public sealed class PlacementPlanLaws
{
    [Fact]
    public void GivenAnyPeopleAndPlaces_ThenNobodyIsProposedWhatTheirChoiceListDoesNotOffer() => Law.HoldsForAll(RandomWaiting.Any, random =>
    {
        var given = random.Given();
        var plan = given.Plan();

        foreach (var proposal in plan.Proposals)
        {
            var list = given.ChoicesOf(proposal.Person);
            var listed = list.Listed().Single(site => site.Site == proposal.Bed.Fit.Site.Key).Beds.Single(beds => beds.Type == proposal.Bed.Type);
            list.Held.ShouldBeEmpty();
            (proposal.Bed.ExpectedAt is { } at ? listed.Expected.Contains(at) : listed.Free > 0).ShouldBeTrue();
        }
    });

    [Fact]
    public void GivenAnyPeopleAndPlaces_ThenEverybodyIsInThePlanOnceAndNoBedIsProposedTwice() => Law.HoldsForAll(RandomWaiting.Any, random =>
    {
        var given = random.Given();
        var plan = given.Plan();

        plan.Proposals.Select(each => each.Person).Concat(plan.LeftOut.Select(each => each.Person)).Concat(plan.Arranged.Select(each => each.Person).Distinct())
            .Select(person => person.Stay.Reference).ShouldBe(given.Waiting().Select(person => person.Stay.Reference), ignoreOrder: true);
        foreach (var beds in plan.Proposals.GroupBy(each => (each.Bed.Fit.Site.Key, each.Bed.Type)))
        {
            var capacity = given.Board.Find(beds.Key.Key).Capacity;
            beds.Count(each => each.Bed.ExpectedAt is null).ShouldBeLessThanOrEqualTo(capacity.Available(capacity.Line(beds.Key.Type)!, given.Now));
            beds.Select(each => each.Bed.ExpectedAt).OfType<DateTimeOffset>().CountBy(at => at).ShouldAllBe(time => time.Value <= capacity.Expected.Count(each => each.Type == beds.Key.Type && each.At == time.Key));
        }
    });

    [Fact]
    public void GivenUpToEightPeople_ThenAsManyArePlacedAndAsManyNightsAsAnyPlanCanReachAndNoneWithThesePeopleIsBetter() => Law.HoldsForAll(RandomWaiting.Any, random =>
    {
        var given = random.Given();
        var plan = given.Plan();
        var people = given.Waiting().ToList();
        var best = EveryPlan.Of(given, people);

        var placed = plan.Proposals.Select(each => people.FindIndex(person => person.Stay.Reference == each.Person.Stay.Reference)).ToList();
        var most = best.Keys.Max(set => (People: EveryPlan.In(set, people).Count, Nights: Nights(EveryPlan.In(set, people), given)));

        (placed.Count, Nights(placed.Select(each => people[each]), given)).ShouldBe(most);
        plan.Proposals.Aggregate(default(PlanSum), (sum, each) => sum.With(PairCost.Of(each.Bed.Fit, each.Bed.ExpectedAt is not null)))
            .ShouldBe(best[placed.Sum(each => 1 << each)]);
    });

    [Fact]
    public void GivenAnyPeopleAndPlaces_ThenWhoIsLeftOutAlthoughBedsFitHasWaitedNoLongerThanThoseWhoHaveThem() => Law.HoldsForAll(RandomWaiting.Any, random =>
    {
        var given = random.Given();

        foreach (var left in given.Plan().LeftOut)
        {
            var list = given.ChoicesOf(left.Person);
            var isOffered = list.FreeNow.Length + list.FreeSoon.Length > 0;
            if (left is Outwaited outwaited)
            {
                isOffered.ShouldBeTrue();
                outwaited.People.ShouldBeGreaterThan(outwaited.Beds);
                outwaited.ShortestNights.ShouldBeGreaterThanOrEqualTo(left.Person.Stay.DelayedDays(given.Now));
            }
            else
            {
                isOffered.ShouldBeFalse();
                left.ShouldBeOfType<NothingFits>().Full.ShouldBe(list.Full.Length);
            }
        }
    });

    [Fact]
    public void GivenPeopleAndPlacesInAnyOrder_ThenThePlanIsTheSame() => Law.HoldsForAll(RandomWaiting.Any, random =>
    {
        var given = random.Given();

        var other = given.Plan(given.Waiting().Reverse(), given.Sites.Reverse());

        other.Lines().ShouldBe(given.Plan().Lines());
    });

    private static int Nights(IEnumerable<KnownStay> people, GivenChoices given) => people.Sum(person => person.Stay.DelayedDays(given.Now));
}
