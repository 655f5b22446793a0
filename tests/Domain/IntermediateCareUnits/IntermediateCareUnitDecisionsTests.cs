using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Stays;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.IntermediateCareUnits;

/// <summary>A unit may declare more people than it records as stays, and never fewer.</summary>
public sealed class IntermediateCareUnitDecisionsTests
{
    [Fact]
    public void GivenDeclaredAndRecorded_WhenPeopleComeAndGo_ThenBothCount() => GivenSite.IntermediateCareUnit().Declared(StepDown, 10, 4)
        .And(new AdmitStay("S-1", "1", StepDown))
        .And(new AdmitStay("S-2", "2", StepDown))
        .When(new DischargeStay("S-1", Destination.UsualResidence))
        .ThenLine(StepDown, 10, 5, 0);

    [Fact]
    public void GivenSomeNotRecorded_WhenExpectedVacancyConfirmed_ThenOneOfThoseHasGone() => GivenSite.IntermediateCareUnit().Declared(StepDown, 10, 1)
        .And(new AdmitStay("S-1", "1", StepDown))
        .And(new ExpectVacancy(StepDown, GivenSite.Start.AddHours(4), "going home"), "expect-1")
        .When(new ConfirmExpectedVacancy("expect-1"))
        .ThenLine(StepDown, 10, 1, 0);

    [Fact]
    public void GivenHold_WhenPersonComesWithoutBeingRecorded_ThenOneMoreOccupied() => GivenSite.IntermediateCareUnit().Declared(StepDown, 10, 1)
        .And(new PlaceHold(StepDown, "S-1"), "hold-1")
        .When(new AdmitOnHold("hold-1"))
        .ThenLine(StepDown, 10, 2, 0);
}
