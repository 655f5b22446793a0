using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Choices;

/// <summary>What holds of every choice list, whatever the places and needs.</summary>
public sealed class ChoiceListLaws
{
    [Fact]
    public void GivenAnyPlaces_ThenNoneThatIsClosedSuspendedStaleOrWrongIsListedAndNoneThatIsFullIsAmongTheFree() => Law.HoldsForAll(RandomPlaces.Any, random =>
    {
        var given = random.Given();
        var list = given.Make();

        foreach (var listed in list.Listed())
        {
            var site = given.Board.Find(listed.Site);
            site.Closed.ShouldBeNull();
            FreshnessOf(site, given).ShouldBeOneOf(Freshness.Fresh, Freshness.Ageing);
            listed.Beds.ShouldNotBeEmpty();
            listed.Beds.ShouldAllBe(beds => given.Needs.Types.Contains(beds.Type) && site.Capacity.SuspensionOf(beds.Type, given.Now) == null);
        }

        list.FreeNow.ShouldAllBe(site => Free(given.Board.Find(site.Site), given) > 0);
        list.FreeSoon.Concat(list.Full).ShouldAllBe(site => Free(given.Board.Find(site.Site), given) == 0);
        list.Full.ShouldAllBe(site => site.Beds.All(beds => beds.Expected.IsEmpty));
    });

    [Fact]
    public void GivenAnyPlaces_ThenEachThatIsLookedAtIsOnTheListExactlyOnceWithAReasonWhereItIsExcluded() => Law.HoldsForAll(RandomPlaces.Any, random =>
    {
        var given = random.Given();
        var list = given.Make();

        list.Listed().Select(site => site.Site).Concat(list.Excluded.Select(site => site.Site)).ShouldBe(
            given.Sites.Where(new Sought(GivenChoices.From, given.Stay, given.Needs, GivenChoices.Near).Considers).Select(site => site.Key), ignoreOrder: true);
        list.Excluded.ShouldAllBe(site => !site.Reasons.IsEmpty);
    });

    [Fact]
    public void GivenAnyPlaces_ThenTheOrderIsATotalOne() => Law.HoldsForAll(RandomPlaces.Any, random =>
    {
        var given = random.Given();
        var sought = new Sought(GivenChoices.From, given.Stay, given.Needs, GivenChoices.Near);
        var ranks = given.Make().Listed()
            .Select(listed => ChoiceRank.Of(Fit.Of(given.Board.Find(listed.Site), sought, given.Board.Policies.Of("stockport", given.Now), given.Now))).ToList();
        foreach (var one in ranks)
        {
            foreach (var other in ranks)
            {
                one.CompareTo(other).ShouldBe(-other.CompareTo(one));
                (one.CompareTo(other) == 0).ShouldBe(one == other);
                foreach (var third in ranks.Take(6).Where(third => one.CompareTo(other) < 0 && other.CompareTo(third) < 0))
                {
                    one.CompareTo(third).ShouldBeLessThan(0);
                }
            }
        }
    });

    [Fact]
    public void GivenAnyPlaces_WhenOneIsLeftOut_ThenTheOthersStandAsTheyStood() => Law.HoldsForAll(RandomPlaces.Any, random =>
    {
        var given = random.Given();
        var whole = given.Make();
        foreach (var left in given.Sites.Where(site => site.Key != GivenChoices.From).Take(3))
        {
            var list = ChoiceLists.Make(
                new(GivenChoices.From, given.Stay, given.Needs, GivenChoices.Near), given.Sites.Where(site => site.Key != left.Key), given.Board.Policies, given.Now, whole.Version);

            list.Listed().Select(site => site.Site).ShouldBe(whole.Listed().Select(site => site.Site).Where(site => site != left.Key));
            list.Excluded.Select(site => site.Site).ShouldBe(whole.Excluded.Select(site => site.Site).Where(site => site != left.Key));
        }
    });

    [Fact]
    public void GivenAnyPlacesInAnyOrder_ThenTheListIsTheSame() => Law.HoldsForAll(RandomPlaces.Any, random =>
    {
        var given = random.Given();

        ChoiceLists.Make(new(GivenChoices.From, given.Stay, given.Needs, GivenChoices.Near), given.Sites.Reverse(), given.Board.Policies, given.Now, given.Board.Entries.Count)
            .Json().ShouldBe(given.Make().Json());
    });

    private static Freshness FreshnessOf(Site site, GivenChoices given) =>
        given.Board.Policies.Of(site.Key.Locality, given.Now).FreshnessOf(site.Kind).At(site.Capacity.Declared, given.Now);

    private static int Free(Site site, GivenChoices given) =>
        site.Capacity.Lines.Where(line => given.Needs.Types.Contains(line.Type)).Sum(line => site.Capacity.Available(line, given.Now));
}
