using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Choices;

/// <summary>Who could come to a place is their choice list, read from the other end.</summary>
public sealed class SuitedPeopleLaws
{
    [Fact]
    public void GivenAnyPlaces_ThenAPersonCouldComeWhereTheirListHasThePlaceAndNowhereElse() => Law.HoldsForAll(RandomPlaces.Any, random =>
    {
        var given = random.Given();
        var stay = given.Stay with { Optimised = new(given.Now.AddDays(-3), "The ward") };
        var person = new KnownStay(given.Board.Find(GivenChoices.From), stay);
        var list = ChoiceLists.Make(new(GivenChoices.From, stay, given.Needs, GivenChoices.Near), given.Sites, given.Board.Policies, given.Now, 1);

        foreach (var place in given.Sites.Where(site => site.Kind != SiteKind.Ward))
        {
            var people = SuitedPeople.Of(place, [person], _ => GivenChoices.Near, _ => false, given.Board.Policies, given.Now);
            var listed = list.Listed().FirstOrDefault(site => site.Site == place.Key);

            people.Soon.ShouldBeEmpty();
            people.Ready.Select(each => (each.Listed.For.Texts(), each.Listed.Against.Texts())).ShouldBe(listed is null ? [] : [(listed.For.Texts(), listed.Against.Texts())], new Same());
            people.Excluded.SelectMany(each => each.Reasons).ShouldBeSubsetOf(list.Excluded.FirstOrDefault(site => site.Site == place.Key)?.Reasons ?? []);
            (people.Ready.Length + people.Excluded.Length).ShouldBeLessThanOrEqualTo(1);
        }
    });

    private sealed class Same : IEqualityComparer<(IEnumerable<string> For, IEnumerable<string> Against)>
    {
        public bool Equals((IEnumerable<string> For, IEnumerable<string> Against) x, (IEnumerable<string> For, IEnumerable<string> Against) y) =>
            x.For.SequenceEqual(y.For) && x.Against.SequenceEqual(y.Against);

        public int GetHashCode((IEnumerable<string> For, IEnumerable<string> Against) pair) => pair.For.Count();
    }
}
