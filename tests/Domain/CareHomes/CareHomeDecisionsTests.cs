using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.CareHomes;

public sealed class CareHomeDecisionsTests
{
    [Fact]
    public void GivenVacancies_WhenPersonComesOnHold_ThenOneMoreOccupied() => GivenSite.CareHome().Declared(BedType.GeneralNursing, 10, 4)
        .And(new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1")
        .When(new AdmitOnHold("hold-1"))
        .ThenLine(BedType.GeneralNursing, 10, 5, 0);

    [Fact]
    public void GivenVacancies_WhenAskedToRecordAStay_ThenRefused() => GivenSite.CareHome().Declared(BedType.GeneralNursing, 10, 4)
        .When(new AdmitStay("S-1", "1"))
        .ThenRefused(RefusalCode.NotForThisKind);
}
