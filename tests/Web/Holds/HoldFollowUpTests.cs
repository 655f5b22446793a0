using CapacityBoard.Beds;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>What is done at one side of a hold is done at the other, at once or, after a fault, later; and once.</summary>
public sealed class HoldFollowUpTests(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    [Fact]
    public async Task GivenHold_WhenThePersonComes_ThenTheirStayEndsWithItsDestinationAndOtherBedsAreLetGo()
    {
        var places = await Held();
        await given.Say(places.OtherHome, places.Hold("S-1"), "second");

        await given.Say(places.Home, new AdmitOnHold("first"));

        var (home, ward) = (await given.Read(places.Home), await given.Read(places.Ward));
        var gone = ward.Stays.Gone.ShouldHaveSingleItem();
        (gone.Stay.Reference, gone.Destination, gone.To, gone.At).ShouldBe(("S-1", Destination.CareHome, places.Home, home.Capacity.Ended.Single().Ended.At));
        gone.Discharged.By.ShouldBe(home.Capacity.Ended.Single().Ended.By);
        ward.Capacity.Line(BedType.Inpatient)!.Occupied.ShouldBe(0);
        (await given.Read(places.OtherHome)).Capacity.Ended.ShouldHaveSingleItem().Reason.ShouldBe(HoldAdmission.WentElsewhere);
    }

    [Fact]
    public async Task GivenHoldAndTransferredMeanwhile_WhenThePersonComes_ThenTheyLeaveTheWardThatTheyAreOn()
    {
        var places = await Held();
        (await given.Board.Transfer(places.Ward, "S-1", places.OtherWard, "7")).ThenAccepted();

        await given.Say(places.Home, new AdmitOnHold("first"));

        (await given.Read(places.OtherWard)).Stays.Gone.ShouldHaveSingleItem().To.ShouldBe(places.Home);
    }

    [Fact]
    public async Task GivenTransferLeftHalfWay_WhenThePersonComes_ThenItIsFinishedFirstAndTheyAreOnNoWard()
    {
        var places = await Held();
        (await given.Tell(places.Ward, new BeginTransfer("S-1", places.OtherWard, "7"), "move")).IsAccepted.ShouldBeTrue();

        await given.Say(places.Home, new AdmitOnHold("first"));

        (await given.Read(places.Ward)).Stays.All.ShouldBeEmpty();
        (await given.Read(places.OtherWard)).Stays.All.ShouldBeEmpty();
        (await given.Read(places.OtherWard)).Stays.Gone.ShouldHaveSingleItem().To.ShouldBe(places.Home);
    }

    [Fact]
    public async Task GivenHoldAtAUnit_WhenAdmittedThere_ThenTheStayOnTheWardEndsAndGoesOnAtTheUnit()
    {
        var places = await Admitted();
        await given.Say(places.Unit, places.Hold("S-1", type: BedType.StepDown), "first");

        await given.Say(places.Unit, new AdmitStay("S-1", "3", BedType.StepDown));

        (await given.Read(places.Ward)).Stays.Gone.ShouldHaveSingleItem().Destination.ShouldBe(Destination.IntermediateCareUnit);
        (await given.Read(places.Unit)).Stays.Find("S-1").ShouldNotBeNull();
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
        (await given.Read(places.Ward)).Stays.Gone.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GivenHold_WhenTheAdmissionIsCancelled_ThenTheBedIsLetGo()
    {
        var places = await Held();

        await given.Say(places.Ward, new CancelAdmission("S-1", "Wrong person"));

        (await given.Read(places.Home)).Capacity.Ended.ShouldHaveSingleItem().Reason.ShouldBe(HoldAdmission.RecordedByMistake);
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
    public async Task GivenHomeAdmittedAndTheProcessDied_WhenRecovered_ThenTheStayEndsOnce()
    {
        var places = await Places();
        await given.Tell(places.Ward, new AdmitStay("S-1", "1"));
        await given.Tell(places.Home, places.Hold("S-1"), "first");
        await given.Tell(places.OtherHome, places.Hold("S-1"), "second");
        await given.Tell(places.Home, new AdmitOnHold("first"));

        await given.Recover();
        (await given.Read(places.Ward)).Stays.Gone.ShouldHaveSingleItem().To.ShouldBe(places.Home);
        await given.Recover();
        (await given.Read(places.OtherHome)).Capacity.Ended.ShouldHaveSingleItem().Reason.ShouldBe(HoldAdmission.WentElsewhere);

        var position = await given.LastPosition();
        await given.Recover();
        (await given.LastPosition()).ShouldBe(position);
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

    [Fact]
    public async Task GivenStayEndedByAnAdmission_WhenTheWardSaysTheyNeverLeft_ThenItIsNotEndedAgainAndIsATask()
    {
        var places = await Places();
        await given.Say(places.Ward, new AdmitStay("S-1", "1"));
        await given.Say(places.Home, places.Hold("S-1"), "first");
        await given.Say(places.Home, new AdmitOnHold("first"));
        await given.Say(places.Ward, new CancelDischarge("S-1", "Still here"));

        await given.Recover();

        (await given.Read(places.Ward)).Stays.Find("S-1").ShouldNotBeNull();
        given.FollowUp.ToPutRight(places.Ward).ShouldHaveSingleItem().ShouldBeOfType<LeftBehind>();
        given.FollowUp.ToPutRight(places.OtherWard).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenArrivalByMistake_WhenUndone_ThenThePersonIsBackOnTheWardAndMayArriveLater()
    {
        var places = await Held();
        await given.Say(places.Home, new AdmitOnHold("first"));

        await given.Say(places.Home, new UndoArrival("first"));

        (await given.Read(places.Ward)).Stays.Find("S-1").ShouldNotBeNull();
        (await given.Read(places.Home)).Capacity.Holds.ShouldHaveSingleItem();
        await given.Say(places.Home, new AdmitOnHold("first"));
        (await given.Read(places.Ward)).Stays.Gone.ShouldHaveSingleItem().To.ShouldBe(places.Home);
    }

    [Fact]
    public async Task GivenArrivalUndoneAndTheProcessDied_WhenRecovered_ThenThePersonIsBackOnTheWardOnce()
    {
        var places = await Held();
        await given.Say(places.Home, new AdmitOnHold("first"));
        await given.Tell(places.Home, new UndoArrival("first"));

        await given.Recover();

        (await given.Read(places.Ward)).Stays.Find("S-1").ShouldNotBeNull();
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
