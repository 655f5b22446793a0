using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.HomeCare;

public sealed class HomeCareProviderDecisionsTests
{
    [Fact]
    public void GivenVacancies_WhenPersonComesOnHold_ThenOneMoreOccupied() => GivenSite.HomeCareProvider().Declared(BedType.CarePackage, 10, 4)
        .And(new PlaceHold(BedType.CarePackage, "S-1"), "hold-1")
        .When(new AdmitOnHold("hold-1"))
        .ThenLine(BedType.CarePackage, 10, 5, 0);

    [Fact]
    public void GivenVacancies_WhenAskedToRecordAStay_ThenRefused() => GivenSite.HomeCareProvider().Declared(BedType.CarePackage, 10, 4)
        .When(new AdmitStay("S-1", "1"))
        .ThenRefused(RefusalCode.NotForThisKind);
}
