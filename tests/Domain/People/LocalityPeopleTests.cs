using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.People;

public sealed class LocalityPeopleTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;

    private static readonly Site Here = WardOf(
        "stockport/stepping-hill/a1", Person("H-1", "stockport", nights: 3), Person("H-2", "high-peak", nights: 30), Person("H-3", null, nights: 2));

    private static readonly Site There = WardOf(
        "trafford/wythenshawe/f1", Person("T-1", "stockport", nights: 20), Person("T-2", "trafford", nights: 9), Person("T-3", "stockport", nights: 5, optimised: 4));

    [Fact]
    public void GivenPeopleOfTwoLocalities_ThenItsOwnWhereverTheyAreAndItsHospitalsOthersApart()
    {
        var people = Of(new());

        people.Own.Select(place => (place.Site.Key.Value, string.Join(' ', place.People.Select(person => person.Stay.Reference)), place.Optimised))
            .ShouldBe([("trafford/wythenshawe/f1", "T-3 T-1", 1), ("stockport/stepping-hill/a1", "H-1", 0)]);
        people.Others.ShouldHaveSingleItem().People.Select(person => person.Stay.Reference).ShouldBe(["H-2", "H-3"]);
    }

    [Fact]
    public void GivenDelayedAskedFor_ThenOnlyThey() =>
        Of(new(PeopleWaiting.Delayed)).Own.ShouldHaveSingleItem().People.ShouldHaveSingleItem().Stay.Reference.ShouldBe("T-3");

    [Fact]
    public void GivenPersonOnTheWayToAnotherWard_ThenCountedOnceWhereTheyGo()
    {
        var moving = Person("M-1", "stockport", nights: 3) with { Transfer = new(SiteKey.Parse("stockport/stepping-hill/b2"), "1", "t", Now) };
        var people = LocalityPeople.Of(
            "stockport", [WardOf("stockport/stepping-hill/a1", moving), WardOf("stockport/stepping-hill/b2", moving with { Transfer = null })], new(), Now);

        people.Own.ShouldHaveSingleItem().People.ShouldHaveSingleItem().Site.Key.Name.ShouldBe("b2");
    }

    private static LocalityPeople Of(PeopleFilter filter) => LocalityPeople.Of("stockport", [Here, There], filter, Now);

    private static Site WardOf(string key, params Stay[] stays) =>
        Site.Empty(SiteKind.Ward, SiteKey.Parse(key)) with { Stays = new([.. stays]) };

    private static Stay Person(string reference, string? home, int nights, int? optimised = null) => new(
        reference, reference, BedType.Inpatient, AgeBand.NotKnown, Now.AddDays(-nights), Now.AddDays(-nights), home, Optimised: optimised is { } ago ? new(Now.AddDays(-ago), "A1") : null);
}
