using CapacityBoard.Beds;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>A stay ends by the ward's own word, and then the other beds held for the person are released: at once or, after a fault, later; and once.</summary>
public sealed class HoldFollowUpTests(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    [Fact]
    public async Task GivenHold_WhenThePlaceReportsTheArrival_ThenTheStayGoesOnUntilTheWardConfirms()
    {
        var places = await Held();
        await given.Say(places.OtherHome, places.Hold("S-1"), "second");

        await given.Say(places.Home, new AdmitOnHold("first"));

        (await given.Read(places.Ward)).Stays.Find("S-1").ShouldNotBeNull();
        (await given.Read(places.OtherHome)).Capacity.Holds.ShouldHaveSingleItem();

        await given.Say(places.Ward, new DischargeStay("S-1", Destination.CareHome, To: places.Home));
        (await given.Read(places.Ward)).Capacity.Line(BedType.Inpatient)!.Occupied.ShouldBe(0);
        (await given.Read(places.OtherHome)).Capacity.Ended.ShouldHaveSingleItem().Reason.ShouldBe(HoldFollowUp.WentElsewhere);
    }

    [Fact]
    public async Task GivenArrivalReported_WhenRecovered_ThenNothingIsDoneForTheWard()
    {
        var places = await Held();
        await given.Say(places.Home, new AdmitOnHold("first"));

        var position = await given.LastPosition();
        await given.Recover();

        (await given.LastPosition()).ShouldBe(position);
    }

    [Fact]
    public async Task GivenArrivalReported_WhenTheWardSaysThatTheyAreStillThere_ThenTheBedIsHeldAgain()
    {
        var places = await Held();
        await given.Say(places.Home, new AdmitOnHold("first"));

        await given.Say(places.Home, new DenyArrival("first", places.OtherWard));

        var capacity = (await given.Read(places.Home)).Capacity;
        (capacity.Holds.Length, capacity.Line(BedType.GeneralNursing)!.Occupied).ShouldBe((1, 6));
        await given.Say(places.Home, new AdmitOnHold("first"));
        (await given.Read(places.Home)).Capacity.Holds.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenHolds_WhenTheWardDischargesToOneOfThePlaces_ThenThatBedIsKeptAndTheOthersAreLetGo()
    {
        var places = await Held();
        await given.Say(places.OtherHome, places.Hold("S-1"), "second");

        await given.Say(places.Ward, new DischargeStay("S-1", Destination.CareHome, To: places.Home));

        (await given.Read(places.Home)).Capacity.Holds.ShouldHaveSingleItem();
        (await given.Read(places.OtherHome)).Capacity.Holds.ShouldBeEmpty();
        await given.Say(places.Home, new AdmitOnHold("first"));
        (await given.Read(places.Home)).Capacity.Holds.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenHold_WhenTheAdmissionIsCancelled_ThenTheBedIsLetGo()
    {
        var places = await Held();

        await given.Say(places.Ward, new CancelAdmission("S-1", "Wrong person"));

        (await given.Read(places.Home)).Capacity.Ended.ShouldHaveSingleItem().Reason.ShouldBe(HoldFollowUp.RecordedByMistake);
    }

    [Fact]
    public async Task GivenDischargeSentAgain_WhenThePersonIsBackAndHasABedHeld_ThenThatIsKept()
    {
        var places = await Admitted();
        await given.Say(places.Ward, new DischargeStay("S-1", Destination.UsualResidence), "leaves");
        await given.Say(places.Ward, new CancelDischarge("S-1", "Still here"));
        await given.Say(places.Home, places.Hold("S-1"), "first");

        await given.Say(places.Ward, new DischargeStay("S-1", Destination.UsualResidence), "leaves");

        (await given.Read(places.Home)).Capacity.Holds.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GivenWardDischargedAndTheProcessDied_WhenRecovered_ThenTheOtherBedIsLetGoOnce()
    {
        var places = await Places();
        await given.Tell(places.Ward, new AdmitStay("S-1", "1"));
        await given.Tell(places.Home, places.Hold("S-1"), "first");
        await given.Tell(places.Ward, new DischargeStay("S-1", Destination.UsualResidence));

        await Task.WhenAll(given.Recover(), given.Recover());

        (await given.Read(places.Home)).Capacity.Ended.ShouldHaveSingleItem().Ending.ShouldBe(HoldEnding.Released);
        var position = await given.LastPosition();
        await given.Recover();
        (await given.LastPosition()).ShouldBe(position);
    }

    private Task<Places> Places() => given.New();

    private async Task<Places> Admitted()
    {
        var places = await Places();
        await given.Say(places.Ward, new AdmitStay("S-1", "1"));
        return places;
    }

    /// <summary>Somebody on a ward, for whom a home holds a bed.</summary>
    private async Task<Places> Held()
    {
        var places = await Admitted();
        await given.Say(places.Home, places.Hold("S-1"), "first");
        return places;
    }
}
