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
    public void GivenPeopleWhoWait_ThenTheyCountForThePlaceThatSuitsThemBestAlsoWhereThereIsNone()
    {
        var board = Told(
            GivenBoard.WithWard(),
            Admitted("S-1", "stockport"), new SetNeeds("S-1", new([BedType.DementiaNursing, BedType.GeneralNursing])), new DeclareMedicallyOptimised("S-1"),
            Admitted("S-2", null), new SetPathway("S-2", Pathway.P1), new DeclareMedicallyOptimised("S-2"),
            Admitted("S-3", "stockport"), new SetNeeds("S-3", new([BedType.DementiaNursing])), new SetExpectedDischarge("S-3", LocalDay.Of(GivenBoard.Start)),
            Admitted("S-4", "stockport"), new SetNeeds("S-4", new([BedType.DementiaNursing])),
            Admitted("S-5", "manchester"), new SetNeeds("S-5", new([BedType.DementiaNursing])), new DeclareMedicallyOptimised("S-5"));

        var totals = Totals(board);

        totals.Types.Where(total => total.Type != BedType.Inpatient).Select(total => (total.Type, total.Total, total.Waiting, total.WaitingSoon))
            .ShouldBe([(BedType.DementiaNursing, 0, 1, 1), (BedType.CarePackage, 0, 1, 0)]);
        BoardText.Waiting(totals.Types.First(total => total.Type == BedType.DementiaNursing)).ShouldBe("1 waiting, 1 more in 24 hours");
        BoardText.Rest(totals.Types.First(total => total.Type == BedType.DementiaNursing)).ShouldBe("None here");
    }

    [Fact]
    public void GivenAnyPeople_ThenThoseWhoWaitAreAsManyAsOneCounts() => Law.HoldsForAll(LocalityActs.Any, acts =>
    {
        var board = acts.Play((_, _) => { });
        var people = new[] { GivenBoard.Ward, GivenBoard.Unit }.Select(key => board.Board.Find(key)).OfType<Site>().Where(site => site.Closed is null)
            .SelectMany(site => site.Stays.All).Where(stay => stay.HomeLocality is null or "stockport" && stay.WaitsFor is not null).ToList();

        var totals = board.Board.AsOf(board.Now).Totals;

        foreach (var type in Enum.GetValues<BedType>())
        {
            var ready = people.Count(stay => stay.WaitsFor == type && stay.Optimised is not null);
            var soon = people.Count(stay => stay.WaitsFor == type && stay.Optimised is null && stay.IsExpectedToGoWithin24Hours(board.Now));
            var total = totals.Types.FirstOrDefault(each => each.Type == type);
            (total?.Waiting ?? 0, total?.WaitingSoon ?? 0).ShouldBe((ready, soon));
        }
    });

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

    private static GivenBoard Told(GivenBoard board, params SiteCommand[] commands) => commands.Aggregate(board, (given, command) => given.Says(GivenBoard.Ward, command));

    private static AdmitStay Admitted(string stay, string? home) => new(stay, stay, HomeLocality: home);
}
