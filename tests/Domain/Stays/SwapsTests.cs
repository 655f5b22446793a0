using CapacityBoard.Sites;
using CapacityBoard.Support;
using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Stays;

/// <summary>Two people take each other's beds, on one ward or on two.</summary>
public sealed class SwapsTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;
    private static readonly SiteKey Other = SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2");
    private static readonly Stay Coming = new("S-7", "9", Inpatient, AgeBand.From75To84, Now.AddDays(-9), Now.AddDays(-9), Transfer: new(GivenSite.KeyOf(SiteKind.Ward), "1", "swap", Now, "S-1"));

    [Fact]
    public void GivenFullWard_WhenTwoSwapBeds_ThenEachIsInTheOthers()
    {
        var after = Full().When(new SwapBeds("s-1", "S-2"))
            .ThenHappened(new BedChanged("S-1", "2"), new BedChanged("S-2", "1"))
            .ThenLine(Inpatient, 2, 2, 0);
        (after.ThenStay("S-1").Bed, after.ThenStay("S-2").Bed).ShouldBe(("2", "1"));
    }

    [Fact]
    public void GivenNobodyToSwapWith_ThenRefused()
    {
        Full().When(new SwapBeds("S-1", "S-9")).ThenRefused(RefusalCode.UnknownStay, "with");
        Full().When(new SwapBeds("S-9", "S-1")).ThenRefused(RefusalCode.UnknownStay, "stay");
        Full().When(new SwapBeds("S-1", "s-1")).ThenRefused(RefusalCode.Invalid, "with");
        GivenSite.IntermediateCareUnit().Declared(StepDown, 2).Declared(StepUp, 2).And(new AdmitStay("S-1", "1", StepDown)).And(new AdmitStay("S-2", "2", StepUp))
            .When(new SwapBeds("S-1", "S-2")).ThenRefused(RefusalCode.Invalid, "with");
    }

    [Fact]
    public void GivenFullWard_WhenSomebodyOfAnotherTakesTheBedOfOneWhoTakesTheirs_ThenItIsAsFullAsBefore()
    {
        var after = Full().When(new AcceptTransfer(Coming, Other, "S-1"))
            .ThenHappened(
                new TransferBegun("S-1", Other, "9", "swap", "S-7", Inpatient),
                new TransferAccepted(Coming with { Bed = "1", ArrivedAt = Now, Transfer = null }, Other))
            .ThenLine(Inpatient, 2, 2, 0);
        after.ThenStay("S-1").Transfer.ShouldBe(new(Other, "9", "swap", Now, "S-7", HasGivenUpBed: true));
        after.Site.Stays.In(Inpatient).ShouldBe(2);
    }

    [Fact]
    public void GivenBedGivenUp_WhenTheyHaveGone_ThenItIsAsFullAsBefore() => Taken()
        .When(new CompleteTransfer("S-1", "swap"))
        .ThenHappened(new TransferCompleted("S-1", Inpatient, Other, BedGivenUp: true))
        .ThenLine(Inpatient, 2, 2, 0);

    [Fact]
    public void GivenBedGivenUp_WhenAbandoned_ThenRefusedForAnotherHasIt() => Taken()
        .When(new AbandonTransfer("S-1", "swap", "it is closed"))
        .ThenRefused(RefusalCode.NotInThatState, "stay");

    [Fact]
    public void GivenBedGivenUp_WhenWhoeverGaveItUpIsToSwapAgain_ThenRefusedForAnotherHasIt()
    {
        Taken().When(new SwapBeds("S-1", "S-2")).ThenRefused(RefusalCode.NotInThatState, "with");
        Taken().When(new SwapBeds("S-2", "S-1")).ThenRefused(RefusalCode.NotInThatState, "with");
    }

    [Fact]
    public void GivenOneOnTheWayToSwap_WhenTheOtherComes_ThenTheyTakeThePlaceInTheSameAct()
    {
        var coming = Coming with { Transfer = new(GivenSite.KeyOf(SiteKind.Ward), "1", "swap", Now, "S-1", HasGivenUpBed: true) };
        var after = Full().And(new BeginTransfer("S-1", Other, "9", "S-7"), "swap")
            .When(new AcceptTransfer(coming, Other, "S-1"))
            .ThenHappened(
                new TransferCompleted("S-1", Inpatient, Other),
                new TransferAccepted(coming with { Bed = "1", ArrivedAt = Now, Transfer = null }, Other))
            .ThenLine(Inpatient, 2, 2, 0);
        after.Site.Stays.Find("S-1").ShouldBeNull();
    }

    [Fact]
    public void GivenWhoeverIsToSwapIsNotHereOrOnTheWayElsewhere_ThenRefused()
    {
        Full().When(new AcceptTransfer(Coming, Other, "S-9")).ThenRefused(RefusalCode.UnknownStay, "with");
        Full().When(new AcceptTransfer(Coming with { Reference = "S-2" }, Other, "S-1")).ThenRefused(RefusalCode.AlreadyHere, "stay");
        Full().And(new BeginTransfer("S-1", Other, "9"), "move").When(new AcceptTransfer(Coming, Other, "S-1")).ThenRefused(RefusalCode.NotInThatState, "with");
        Taken().When(new AcceptTransfer(Coming with { Reference = "S-8" }, Other, "S-1")).ThenRefused(RefusalCode.NotInThatState, "with");
    }

    private static GivenSite Full() => GivenSite.Ward().Declared(Inpatient, 2).And(new AdmitStay("S-1", "1")).And(new AdmitStay("S-2", "2"));

    private static GivenSite Taken() => Full().And(new AcceptTransfer(Coming, Other, "S-1"));
}
