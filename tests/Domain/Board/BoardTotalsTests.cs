using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Board;

public sealed class BoardTotalsTests
{
    [Fact]
    public void GivenNoRows_ThenNothing() =>
        BoardTotals.Of([]).Sites.ShouldBe(new(0, 0, 0, 0, 0, 0, 0));

    [Fact]
    public void GivenStaleHome_ThenItsVacanciesStandApartFromThoseToBeTrusted()
    {
        var board = GivenBoard.WithHome()
            .Says(GivenBoard.Home, new ExpectVacancy(GivenBoard.Type, GivenBoard.Start.AddHours(60), "Going home"))
            .After(TimeSpan.FromHours(49))
            .And(GivenBoard.OtherHome, SiteKind.CareHome)
            .Says(GivenBoard.OtherHome, GivenBoard.Declare(8, 5));

        var totals = Totals(board);
        var type = totals.Types.ShouldHaveSingleItem();
        (type.Sites, type.Total, type.Occupied, type.Available, type.StaleAvailable, type.Expected, type.StaleExpected).ShouldBe((2, 18, 11, 3, 4, 0, 1));
        type.OldestDeclared.ShouldBe(board.Now);
        totals.Sites.ShouldBe(new(2, 1, 0, 1, 0, 0, 0));
    }

    [Fact]
    public void GivenAgeingHome_ThenItsVacanciesCountAndItsAgeIsTheOldest()
    {
        var board = GivenBoard.WithHome().After(TimeSpan.FromHours(30));

        var type = Totals(board).Types.ShouldHaveSingleItem();
        (type.Available, type.StaleAvailable, type.OldestDeclared).ShouldBe((4, 0, GivenBoard.Start));
        Totals(board).Sites.Ageing.ShouldBe(1);
    }

    [Fact]
    public void GivenSuspendedHome_ThenItsVacantBedsAreNotAvailable()
    {
        var totals = Totals(GivenBoard.WithHome().Says(GivenBoard.Home, new SuspendPlacements("Infection")));

        var type = totals.Types.ShouldHaveSingleItem();
        (type.Available, type.VacantUnderSuspension).ShouldBe((0, 4));
        totals.Sites.Suspended.ShouldBe(1);
    }

    [Fact]
    public void GivenHomeThatNeverDeclared_ThenCountedAsSuchAndNothingOfItAvailable()
    {
        var totals = Totals(new GivenBoard().And(GivenBoard.Home, SiteKind.CareHome));

        totals.Types.ShouldBeEmpty();
        totals.Sites.ShouldBe(new(1, 0, 0, 0, 1, 0, 0));
    }

    [Fact]
    public void GivenHospitalWithAStaleWard_ThenItsVacantBedsStandApart()
    {
        var other = SiteKey.OfWard("stockport", "stepping-hill-hospital", "a2");
        var board = GivenBoard.WithWard()
            .Says(GivenBoard.Ward, new AdmitStay("S-1", "1", AdmittedAt: GivenBoard.Start.AddDays(-8)))
            .After(TimeSpan.FromHours(9))
            .And(other, SiteKind.Ward)
            .Says(other, new DeclareVacancies([new(BedType.Inpatient, 4, 0)]))
            .Says(other, new AdmitStay("S-2", "1"));

        var hospital = Totals(board).Hospitals.ShouldHaveSingleItem();
        (hospital.Hospital, hospital.Name, hospital.Wards, hospital.StaleWards).ShouldBe(("stepping-hill-hospital", "Stepping Hill Hospital", 2, 1));
        (hospital.Total, hospital.Occupied, hospital.Available, hospital.StaleAvailable).ShouldBe((14, 2, 3, 9));
        (hospital.People.Stays, hospital.People.LongStays, hospital.OldestDeclared).ShouldBe((2, 1, GivenBoard.Start));
    }

    private static BoardTotals Totals(GivenBoard board) => board.Board.AsOf(board.Now).Totals;
}
