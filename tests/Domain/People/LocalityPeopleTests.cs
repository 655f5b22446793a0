using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Residences;
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

        References(people.Own).ShouldBe(["T-3", "T-1", "H-1"]);
        References(people.Others).ShouldBe(["H-2", "H-3"]);
        PeopleAtPlace.Of(people.Own).Select(place => (place.Key, place.Count, place.Optimised))
            .ShouldBe([("trafford/wythenshawe", 2, 1), ("stockport/stepping-hill", 1, 0)]);
    }

    [Fact]
    public void GivenDelayedAskedFor_ThenOnlyThey() =>
        References(Of(new(PeopleWaiting.Delayed)).Own).ShouldBe(["T-3"]);

    [Theory]
    [InlineData("trafford", "T-3 T-1")]
    [InlineData("trafford/wythenshawe", "T-3 T-1")]
    [InlineData("stockport/stepping-hill/a1", "H-1")]
    [InlineData("stockport/stepping", "")]
    public void GivenPlace_ThenOnlyThePeopleThere(string place, string expected) =>
        string.Join(' ', References(Of(new(Place: Scope.Parse(place))).Own)).ShouldBe(expected);

    [Theory]
    [InlineData(PeopleReturn.Recorded, "S-1 S-2 S-3")]
    [InlineData(PeopleReturn.CanGoBack, "S-1")]
    [InlineData(PeopleReturn.NotAnswered, "S-1 S-2")]
    public void GivenUsualResidenceAskedFor_ThenWhoHasOneCanGoBackOrWaitsForItsWord(PeopleReturn asked, string expected)
    {
        var limes = SiteKey.Of("trafford", "the-limes");
        var ward = WardOf("stockport/stepping-hill/a1", From("S-1", Pathway.P0), From("S-2", Pathway.P3), From("S-3", Pathway.P0), Person("S-4", "stockport", nights: 1));
        var home = Site.Empty(SiteKind.CareHome, limes) with
        {
            Details = new(SiteKind.CareHome, "The Limes"),
            Returns = new([new("S-3", ward.Key, ReturnAnswer.NewAssessment, null, new(Now, "The Limes"))]),
        };

        References(LocalityPeople.Of("stockport", [ward, home], new(Return: asked), Now).Own).ShouldBe(expected.Split(' '));

        Stay From(string reference, Pathway pathway) => Person(reference, "stockport", nights: 1) with
        {
            UsualResidence = new(limes, new(Now, "A1")),
            Plan = DischargePlan.Empty with { Pathway = pathway },
        };
    }

    [Fact]
    public void GivenReasonOrOwner_ThenWhoeverHasItAmongTheirsLongestWaitFirst()
    {
        var assessment = new Delay(DelayReason.NeedsAndPathway, DelayOwner.SocialCare, default, IsPrimary: false, null, new(Now, "A1"));
        var equipment = new Delay(DelayReason.Equipment, DelayOwner.Nhs, default, IsPrimary: true, null, new(Now, "A1"));
        var ward = WardOf(
            "stockport/stepping-hill/a1",
            Waiting("S-1", optimised: 3, assessment), Waiting("S-2", optimised: 12, equipment, assessment), Waiting("S-3", optimised: 40, equipment), Waiting("S-4", optimised: 5));

        References(LocalityPeople.Of("stockport", [ward], new(Reason: assessment.Reason), Now).Own).ShouldBe(["S-2", "S-1"]);
        References(LocalityPeople.Of("stockport", [ward], new(Owner: DelayOwner.Nhs), Now).Own).ShouldBe(["S-3", "S-2"]);
        References(LocalityPeople.Of("stockport", [ward], new(Reason: assessment.Reason, Owner: DelayOwner.Nhs), Now).Own).ShouldBe(["S-2"]);
    }

    [Theory]
    [InlineData(1, "S-2 S-1")]
    [InlineData(3, "S-2 S-1")]
    [InlineData(4, "S-2")]
    [InlineData(13, "")]
    public void GivenNights_ThenWhoHasBeenMedicallyOptimisedForAsManyAtLeast(int nights, string expected)
    {
        var ward = WardOf(
            "stockport/stepping-hill/a1", Waiting("S-1", optimised: 3), Waiting("S-2", optimised: 12), Waiting("S-3", optimised: 0), Person("S-4", "stockport", nights: 40));

        string.Join(' ', References(LocalityPeople.Of("stockport", [ward], new(Nights: nights), Now).Own)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("stockport", "T-3 T-1 H-1", "")]
    [InlineData("high-peak", "", "H-2")]
    [InlineData(PeopleFilter.HomeNotKnown, "", "H-3")]
    public void GivenHome_ThenWhoeverLivesThere(string home, string own, string others)
    {
        var people = Of(new(Home: home));

        (string.Join(' ', References(people.Own)), string.Join(' ', References(people.Others))).ShouldBe((own, others));
    }

    [Fact]
    public void GivenHolds_ThenABedIsHeldForWhoseHoldIsLiveWhereverItIs()
    {
        var ward = WardOf(
            "stockport/stepping-hill/a1", Person("S-1", "stockport", nights: 4), Person("S-2", "stockport", nights: 3), Person("S-3", "stockport", nights: 2), Person("S-4", "stockport", nights: 1));
        var home = Site.Empty(SiteKind.CareHome, SiteKey.Parse("trafford/the-limes")) with
        {
            Details = new(SiteKind.CareHome, "The Limes"),
            Capacity = Capacity.Empty with
            {
                Holds =
                [
                    Held("s-1", "stockport/stepping-hill/b2", hours: 1), Held("S-2", "stockport/stepping-hill/a1", hours: 0), Held("S-3", "stockport/other/a1", hours: 1),
                ],
            },
        };

        string.Join(' ', References(LocalityPeople.Of("stockport", [ward, home], new(Bed: PeopleBed.Held), Now).Own)).ShouldBe("S-1");
        string.Join(' ', References(LocalityPeople.Of("stockport", [ward, home], new(Bed: PeopleBed.NotHeld), Now).Own)).ShouldBe("S-2 S-3 S-4");
    }

    [Theory]
    [InlineData(PeopleOrder.Wait, "S-2 S-1 S-10")]
    [InlineData(PeopleOrder.Stay, "S-10 S-2 S-1")]
    [InlineData(PeopleOrder.Expected, "S-1 S-2 S-10")]
    [InlineData(PeopleOrder.Ward, "S-1 S-10 S-2")]
    [InlineData(PeopleOrder.Reference, "S-1 S-10 S-2")]
    public void GivenOrder_ThenInThatOrderAndTheLongestWaitFirstAmongEquals(PeopleOrder order, string expected)
    {
        var today = LocalDay.Of(Now);
        var ward = WardOf(
            "stockport/stepping-hill/a1",
            Waiting("S-1", optimised: 3) with { Bed = "2", ExpectedDischarge = today.AddDays(-1) },
            Waiting("S-2", optimised: 12) with { Bed = "10", ExpectedDischarge = today },
            Waiting("S-10", optimised: 1) with { Bed = "2", AdmittedAt = Now.AddDays(-90) });

        string.Join(' ', References(LocalityPeople.Of("stockport", [ward], new(), Now, order).Own)).ShouldBe(expected);
    }

    [Fact]
    public void GivenPersonOnTheWayToAnotherWard_ThenCountedOnceWhereTheyGo()
    {
        var moving = Person("M-1", "stockport", nights: 3) with { Transfer = new(SiteKey.Parse("stockport/stepping-hill/b2"), "1", "t", Now) };
        var people = LocalityPeople.Of(
            "stockport", [WardOf("stockport/stepping-hill/a1", moving), WardOf("stockport/stepping-hill/b2", moving with { Transfer = null })], new(), Now);

        people.Own.ShouldHaveSingleItem().Site.Key.Name.ShouldBe("b2");
    }

    private static IEnumerable<string> References(IEnumerable<KnownStay> people) => people.Select(person => person.Stay.Reference);

    private static Stay Waiting(string reference, int optimised, params Delay[] delays) =>
        Person(reference, "stockport", nights: 50, optimised) with { Plan = DischargePlan.Empty with { Delays = [.. delays] } };

    private static Hold Held(string stay, string from, int hours) =>
        new($"hold-{stay}", BedType.GeneralNursing, stay, null, Now.AddHours(hours), null, new(Now, "Team"), SiteKey.Parse(from));

    private static LocalityPeople Of(PeopleFilter filter) => LocalityPeople.Of("stockport", [Here, There], filter, Now);

    private static Site WardOf(string key, params Stay[] stays) =>
        Site.Empty(SiteKind.Ward, SiteKey.Parse(key)) with { Details = new(SiteKind.Ward, key), Stays = new([.. stays]) };

    private static Stay Person(string reference, string? home, int nights, int? optimised = null) => new(
        reference, reference, BedType.Inpatient, AgeBand.NotKnown, Now.AddDays(-nights), Now.AddDays(-nights), home, Optimised: optimised is { } ago ? new(Now.AddDays(-ago), "A1") : null);
}
