using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Holds;

/// <summary>Which beds are held for nobody, and whose arrival a ward has yet to confirm.</summary>
public sealed class HeldForNobodyTests
{
    private static readonly SiteKey OtherWard = SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly GivenBoard _board = GivenBoard.WithHome()
        .And(GivenBoard.Ward, SiteKind.Ward).Says(GivenBoard.Ward, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]))
        .And(OtherWard, SiteKind.Ward).Says(OtherWard, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]))
        .Says(GivenBoard.Ward, new AdmitStay("S-1", "1"))
        .After(TimeSpan.FromDays(9));

    [Fact]
    public void GivenArrivalReported_WhenStillOnTheWard_ThenItIsToBeConfirmedThere()
    {
        Hold().Says(GivenBoard.Home, new AdmitOnHold("hold"));

        var reported = Reported(GivenBoard.Ward).ShouldHaveSingleItem();
        (reported.Held.Place, reported.Stay.Reference).ShouldBe((GivenBoard.Home, "S-1"));
        reported.Confirmed.ShouldBe(new("S-1", Destination.CareHome, _board.Now, GivenBoard.Home));
        Found().ShouldBeEmpty();
    }

    [Fact]
    public void GivenMovedToAnotherWardMeanwhile_WhenTheArrivalIsReported_ThenItIsToBeConfirmedThere()
    {
        Hold();
        Move();
        _board.Says(GivenBoard.Home, new AdmitOnHold("hold"));

        Reported(GivenBoard.Ward).ShouldBeEmpty();
        Reported(OtherWard).ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenArrivalReported_WhenMovedToAnotherWardAfterIt_ThenTheyLeftAtNoTimeThatThePlaceSaid()
    {
        Hold().Says(GivenBoard.Home, new AdmitOnHold("hold")).After(TimeSpan.FromMinutes(5));
        Move();

        Reported(OtherWard).ShouldHaveSingleItem().Confirmed.At.ShouldBeNull();
    }

    [Fact]
    public void GivenArrivalReported_WhenDischarged_ThenBothAgree()
    {
        Hold().Says(GivenBoard.Home, new AdmitOnHold("hold")).Says(GivenBoard.Ward, new DischargeStay("S-1", Destination.CareHome)).After(Patience);

        Reported(GivenBoard.Ward).ShouldBeEmpty();
        Found().ShouldBeEmpty();
    }

    [Fact]
    public void GivenArrivedAndDischarged_WhenInHospitalAgainUnderTheSameReference_ThenThatIsAnotherStay()
    {
        Hold().Says(GivenBoard.Home, new AdmitOnHold("hold")).Says(GivenBoard.Ward, new DischargeStay("S-1", Destination.CareHome))
            .After(TimeSpan.FromHours(8)).Says(GivenBoard.Ward, new AdmitStay("S-1", "1")).After(Patience);

        Reported(GivenBoard.Ward).ShouldBeEmpty();
    }

    [Fact]
    public void GivenArrivedAndDischarged_WhenTheWardSaysTheyNeverLeft_ThenItIsToBeConfirmedAgain()
    {
        Hold().Says(GivenBoard.Home, new AdmitOnHold("hold")).Says(GivenBoard.Ward, new DischargeStay("S-1", Destination.CareHome, To: GivenBoard.Home))
            .After(TimeSpan.FromMinutes(5)).Says(GivenBoard.Ward, new CancelDischarge("S-1", "Still here"));
        Move();

        Reported(OtherWard).ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenDischargedToThePlaceAndArrived_WhenTheArrivalIsUndone_ThenTheyAreOnTheirWayAndTheBedIsKept()
    {
        Hold().Says(GivenBoard.Ward, new DischargeStay("S-1", Destination.CareHome, To: GivenBoard.Home)).Says(GivenBoard.Home, new AdmitOnHold("hold"))
            .Says(GivenBoard.Home, new UndoArrival("hold")).After(Patience);

        _board.Find(GivenBoard.Home).Capacity.Holds.ShouldHaveSingleItem();
        Found().ShouldBeEmpty();
    }

    [Fact]
    public void GivenBedHeldOnAnotherWardOfTheHospital_WhenTransferredIntoItAndOn_ThenNothingIsToBeConfirmed()
    {
        _board.Says(OtherWard, new PlaceHold(BedType.Inpatient, "S-1", From: GivenBoard.Ward), "hold");
        Move();

        _board.Find(OtherWard).Capacity.Ended.ShouldHaveSingleItem().Ending.ShouldBe(HoldEnding.Admitted);
        Reported(OtherWard).ShouldBeEmpty();
    }

    [Fact]
    public void GivenHoldAndStayThatIsBeingTransferred_ThenItIsSomewhereAtEveryStep()
    {
        Hold().After(Patience);
        var stay = _board.Says(GivenBoard.Ward, new BeginTransfer("S-1", OtherWard, "4"), "move").Find(GivenBoard.Ward).Stays.Find("S-1")!;
        Found().ShouldBeEmpty();
        _board.Says(OtherWard, new AcceptTransfer(stay, GivenBoard.Ward));
        Found().ShouldBeEmpty();
        _board.Says(GivenBoard.Ward, new CompleteTransfer("S-1", "move"));
        Found().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Destination.CareHome, "stockport/the-limes", false)]
    [InlineData(Destination.CareHome, "stockport/the-oaks", true)]
    [InlineData(Destination.CareHome, null, false)]
    [InlineData(Destination.UsualResidence, null, true)]
    [InlineData(Destination.Died, null, true)]
    public void GivenHold_WhenThePersonLeaves_ThenItIsForNobodyUnlessTheyMayBeOnTheirWayThere(Destination destination, string? to, bool isForNobody)
    {
        Hold().Says(GivenBoard.Ward, new DischargeStay("S-1", destination, To: to is null ? null : SiteKey.Parse(to))).After(Patience);

        var found = Found();

        found.Count.ShouldBe(isForNobody ? 1 : 0);
        found.ShouldAllBe(held => held.Left!.Destination == destination);
    }

    [Fact]
    public void GivenHold_WhenTheAdmissionWasAMistake_ThenNobodyKnowsHowTheyLeft()
    {
        Hold().Says(GivenBoard.Ward, new CancelAdmission("S-1", "Wrong person")).After(Patience);

        Found().ShouldHaveSingleItem().Left.ShouldBeNull();
    }

    [Fact]
    public void GivenPersonWhoHadLeft_WhenABedIsHeldAllTheSame_ThenHowTheyLeftIsNoReasonToReleaseIt()
    {
        _board.Says(GivenBoard.Ward, new DischargeStay("S-1", Destination.UsualResidence)).After(TimeSpan.FromMinutes(1));
        Hold().After(Patience);

        Found().ShouldHaveSingleItem().Left.ShouldBeNull();
    }

    [Fact]
    public void GivenHoldOfAMomentAgo_WhenNobodyOfThatReferenceIsKnown_ThenNothingIsSaidYet()
    {
        Hold("S-9");

        Found().ShouldBeEmpty();
    }

    [Fact]
    public void GivenHoldThatNamesNoWard_ThenItAgreesWithEverything()
    {
        _board.Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1"), "hold").Says(GivenBoard.Home, new AdmitOnHold("hold")).After(Patience);

        Found().ShouldBeEmpty();
    }

    private GivenBoard Hold(string stay = "S-1") =>
        _board.Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, stay, From: GivenBoard.Ward), "hold");

    private void Move()
    {
        var stay = _board.Says(GivenBoard.Ward, new BeginTransfer("S-1", OtherWard, "4"), $"move-{_board.Entries.Count}").Find(GivenBoard.Ward).Stays.Find("S-1")!;
        _board.Says(OtherWard, new AcceptTransfer(stay with { Bed = "4" }, GivenBoard.Ward)).Says(GivenBoard.Ward, new CompleteTransfer("S-1", stay.Transfer!.Operation));
    }

    private IReadOnlyList<HeldForNobody> Found()
    {
        var sites = _board.Board.Sites();
        return [.. HeldForNobody.Among(_board.Board.Sites(), _ => sites, _board.Now, Patience)];
    }

    private IEnumerable<ReportedArrival> Reported(SiteKey ward)
    {
        var (held, site) = (PlacesHeld.LiveFor(_board.Board.Sites(), _board.Now), _board.Find(ward));
        return site.Stays.All.Select(stay => ReportedArrival.Of(stay, held(new(site, stay)))).OfType<ReportedArrival>();
    }
}
