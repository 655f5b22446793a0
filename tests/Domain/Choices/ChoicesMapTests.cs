using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Choices;

/// <summary>What the map of a choice list shows.</summary>
public sealed class ChoicesMapTests
{
    [Fact]
    public void GivenPlacesInEveryGroup_ThenEachHasItsNumberInTheList()
    {
        var map = ChoicesMap.Of(new GivenChoices().Home("full", free: 0).Home("far", kilometres: 2).Home("near").Make(), _ => null);

        map.Places!.Select(place => (place.Number, place.Name, place.Free)).ShouldBe([(1, "Near", 1), (2, "Far", 1), (3, "Full", 0)]);
        map.Near.ShouldBe(new(GivenChoices.Near.Name, GivenChoices.Near.Position));
        map.Unplaced.ShouldBe(0);
    }

    [Fact]
    public void GivenPlaceWithoutAPosition_ThenItKeepsItsNumberAndTheMapSaysThatOneIsMissing()
    {
        var map = ChoicesMap.Of(new GivenChoices().Home("a", kilometres: null).Home("b", free: 0).Make(), _ => null);

        map.Places!.Select(place => (place.Number, place.Name)).ShouldBe([(2, "B")]);
        map.Unplaced.ShouldBe(1);
    }

    [Fact]
    public void GivenReaderWhoMayOpenSomePlaces_ThenOnlyThoseHaveTheirPages()
    {
        var map = ChoicesMap.Of(new GivenChoices().Home("mine").Home("other").Make(), site => site.Site.Name == "mine" ? "/mine" : null);

        map.Places!.Select(place => place.Path).ShouldBe(["/mine", null]);
    }

    [Fact]
    public void GivenPlace_ThenItsWordsAreThoseOfTheList()
    {
        var place = ChoicesMap.Of(new GivenChoices().Home("limes", free: 2, kilometres: 1.609).Make(), _ => null).Places!.ShouldHaveSingleItem();

        place.Lines.ShouldBe(["2 of 10 general nursing beds free"]);
        place.About.ShouldBe("Care home · 1 mile away");
        (place.Freshness, place.Updated).ShouldBe(("Fresh", "Last updated just now by The manager"));
    }
}
