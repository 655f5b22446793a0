using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Stays;

public sealed class TransfersTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;
    private static readonly SiteKey Here = GivenSite.KeyOf(SiteKind.Ward);
    private static readonly SiteKey Other = SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2");
    private static readonly Stay Moving = new("S-2", "4", Inpatient, AgeBand.From75To84, Now.AddDays(-9), Now.AddDays(-9), "stockport", Optimised: new(Now.AddDays(-1), "Dr Adams"));

    [Fact]
    public void GivenStay_WhenBegin_ThenStillCountedHere()
    {
        var after = Ward().When(new BeginTransfer("S-1", Other, "4"), "move")
            .ThenHappened(new TransferBegun("S-1", Other, "4", "move"))
            .ThenLine(Inpatient, 2, 1, 0);
        after.ThenStay("S-1").Transfer.ShouldBe(new(Other, "4", "move", Now));
    }

    [Fact]
    public void GivenVacancy_WhenAccept_ThenHereWithTheStayTheyHad()
    {
        var after = Ward().When(new AcceptTransfer(Moving with { Transfer = new(Here, "4", "move", Now) }, Other))
            .ThenHappened(new TransferAccepted(Moving with { ArrivedAt = Now }, Other))
            .ThenLine(Inpatient, 2, 2, 0);
        after.ThenStay("S-2").Midnights(Now).ShouldBe(9);
    }

    [Fact]
    public void GivenLastBedHeldForThePerson_WhenAccept_ThenTheirHoldIsUsed() => Ward().And(new PlaceHold(Inpatient, "S-2"), "hold-1")
        .When(new AcceptTransfer(Moving, Other))
        .ThenHappened(new TransferAccepted(Moving with { ArrivedAt = Now }, Other, "hold-1"))
        .ThenAvailable(Inpatient, 0)
        .Capacity.Holds.ShouldBeEmpty();

    [Fact]
    public void GivenAccepted_WhenComplete_ThenTheBedThatWasLeftIsFree() => UnderWay()
        .When(new CompleteTransfer("S-1", "move"))
        .ThenHappened(new TransferCompleted("S-1", Inpatient, Other))
        .ThenAvailable(Inpatient, 2)
        .Site.Stays.All.ShouldBeEmpty();

    [Fact]
    public void GivenRefusedThere_WhenAbandon_ThenTheyStay() => UnderWay()
        .When(new AbandonTransfer("S-1", "move", "no bed is free there"))
        .ThenHappened(new TransferAbandoned("S-1", "no bed is free there"))
        .ThenLine(Inpatient, 2, 1, 0)
        .ThenStay("S-1").Transfer.ShouldBeNull();

    [Fact]
    public void GivenAbandoned_WhenBeginAgain_ThenUnderWay() => UnderWay().And(new AbandonTransfer("S-1", "move", "full"))
        .When(new BeginTransfer("S-1", Other, "5"), "move-2")
        .ThenHappened(new TransferBegun("S-1", Other, "5", "move-2"));

    [Fact]
    public void GivenUnderWay_WhenBeginAgain_ThenRefused() => UnderWay()
        .When(new BeginTransfer("S-1", Other, "5"))
        .ThenRefused(RefusalCode.NotInThatState, "stay");

    [Theory]
    [InlineData("stockport/stepping-hill-hospital/a1")]
    [InlineData("stockport/the-site")]
    [InlineData("stockport/wythenshawe-hospital/a1")]
    [InlineData("manchester/stepping-hill-hospital/b2")]
    public void GivenStay_WhenTransferIsNotBetweenWardsOfTheHospital_ThenRefused(string ward)
    {
        Ward().When(new BeginTransfer("S-1", SiteKey.Parse(ward), "4")).ThenRefused(RefusalCode.Invalid, "to");
        Ward().When(new AcceptTransfer(Moving, SiteKey.Parse(ward))).ThenRefused(RefusalCode.Invalid, "from");
    }

    [Fact]
    public void GivenUnit_WhenTransfer_ThenRefusedForItIsADischarge()
    {
        var unit = GivenSite.IntermediateCareUnit().Declared(StepDown, 4).And(new AdmitStay("S-1", "1", StepDown));
        unit.When(new BeginTransfer("S-1", SiteKey.Of("stockport", "other"), "4")).ThenRefused(RefusalCode.Invalid, "to");
        unit.When(new AcceptTransfer(Moving with { Type = StepDown }, Other)).ThenRefused(RefusalCode.Invalid, "from");
    }

    [Fact]
    public void GivenStay_WhenBeginWithoutBed_ThenRefused() => Ward()
        .When(new BeginTransfer("S-1", Other, ""))
        .ThenRefused(RefusalCode.Invalid, "bed");

    [Fact]
    public void GivenFullOrSuspendedOrBedTakenOrAlreadyHere_WhenAccept_ThenRefused()
    {
        Ward().And(new AdmitStay("S-9", "9")).When(new AcceptTransfer(Moving, Other)).ThenRefused(RefusalCode.NoVacancy);
        Ward().And(new SuspendPlacements("infection")).When(new AcceptTransfer(Moving, Other)).ThenRefused(RefusalCode.Suspended);
        Ward().When(new AcceptTransfer(Moving with { Bed = "1" }, Other)).ThenRefused(RefusalCode.BedTaken, "bed");
        Ward().When(new AcceptTransfer(Moving with { Reference = "S-1" }, Other)).ThenRefused(RefusalCode.AlreadyHere, "stay");
        Ward().When(new AcceptTransfer(Moving with { Reference = "Mary Smith" }, Other)).ThenRefused(RefusalCode.Invalid, "stay.reference");
        Ward().When(new AcceptTransfer(Moving with { Type = StepUp }, Other)).ThenRefused(RefusalCode.UnknownBedLine, "type");
    }

    [Fact]
    public void GivenNotThatTransfer_WhenCompleteOrAbandon_ThenRefused()
    {
        UnderWay().When(new CompleteTransfer("S-1", "another")).ThenRefused(RefusalCode.NotInThatState, "transfer");
        UnderWay().When(new AbandonTransfer("S-1", "another", "full")).ThenRefused(RefusalCode.NotInThatState, "transfer");
        Ward().When(new CompleteTransfer("S-1", "move")).ThenRefused(RefusalCode.NotInThatState, "transfer");
    }

    [Fact]
    public void GivenUnderWay_WhenAbandonWithoutReason_ThenRefused() => UnderWay()
        .When(new AbandonTransfer("S-1", "move", ""))
        .ThenRefused(RefusalCode.Invalid, "reason");

    private static GivenSite Ward() => GivenSite.Ward().Declared(Inpatient, 2).And(new AdmitStay("S-1", "1"));

    private static GivenSite UnderWay() => Ward().And(new BeginTransfer("S-1", Other, "4"), "move");
}
