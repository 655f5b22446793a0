using CapacityBoard.Beds;
using CapacityBoard.Commands;
using CapacityBoard.Holds;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Sites;

public sealed class LineViewTests
{
    [Fact]
    public void GivenHeldAndClosedBeds_ThenFreeIsWithoutThemAndTheRestIsSaid()
    {
        var home = GivenSite.CareHome().Declared(BedType.GeneralNursing, 10, 6, 1).And(new PlaceHold(BedType.GeneralNursing, "SH1"));

        var line = ViewOf(home);

        line.Free.ShouldBe(2);
        line.Rest.ShouldBe("6 of 10 occupied, 1 closed (staffing), 1 held");
    }

    [Fact]
    public void GivenSuspension_ThenTheSiteStillSeesWhatIsVacant()
    {
        var home = GivenSite.CareHome().Declared(BedType.GeneralNursing, 10, 6).And(new SuspendPlacements("Infection"));

        ViewOf(home).Free.ShouldBe(4);
        ViewOf(home).Suspension.ShouldNotBeNull();
    }

    [Fact]
    public void GivenNoneFreeOrNobodyIn_ThenNoFurtherStep()
    {
        ViewOf(GivenSite.CareHome().Declared(BedType.GeneralNursing, 1, 1)).MayBeFewerFree.ShouldBeFalse();
        ViewOf(GivenSite.CareHome().Declared(BedType.GeneralNursing, 1)).MayBeMoreFree.ShouldBeFalse();
    }

    [Fact]
    public void GivenEveryoneRecorded_ThenOnlyADischargeFreesABed()
    {
        var unit = GivenSite.IntermediateCareUnit().Declared(BedType.StepDown, 5).And(new AdmitStay("SH1", "01", BedType.StepDown));

        ViewOf(unit).MayBeMoreFree.ShouldBeFalse();
    }

    private static LineView ViewOf(GivenSite given) => LineView.Of(given.Capacity.Lines[0], given.Site, given.Now);
}
