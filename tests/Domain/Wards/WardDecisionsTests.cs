using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Stays;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Wards;

/// <summary>A ward never declares who is in: its occupied beds are its stays.</summary>
public sealed class WardDecisionsTests
{
    [Fact]
    public void GivenPeopleIn_WhenTheWardDeclaresItsBeds_ThenOccupiedIsItsStays() => GivenSite.Ward().Declared(Inpatient, 20)
        .And(new AdmitStay("S-1", "1"))
        .And(new AdmitStay("S-2", "2"))
        .When(new DeclareVacancies([new(Inpatient, 22, 2, 1, "repair")]))
        .ThenLine(Inpatient, 22, 2, 1)
        .ThenAvailable(Inpatient, 19);

    [Fact]
    public void GivenPersonExpectedOnHold_WhenTheyCome_ThenTheStayIsRecorded() => GivenSite.Ward().Declared(Inpatient, 20)
        .And(new PlaceHold(Inpatient, "S-1"), "hold-1")
        .When(new AdmitStay("S-1", "1", Hold: "hold-1"))
        .ThenLine(Inpatient, 20, 1, 0)
        .ThenStay("S-1").Bed.ShouldBe("1");
}
