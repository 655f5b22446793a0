using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Board;

public sealed class RowBuilderTests
{
    private readonly GivenBoard _board = GivenBoard.WithHome();

    [Fact]
    public void GivenDeclaredHome_ThenItsRowSaysWhoSaidItAndWhen()
    {
        var row = _board.Row(GivenBoard.Home);

        (row.Site, row.Kind, row.Name, row.Hospital, row.People, row.Version).ShouldBe(
            (GivenBoard.Home, SiteKind.CareHome, "The Limes", null, null, 2L));
        row.Declared.ShouldBe(new(GivenBoard.Start, "The manager"));
        row.Lines[0].ShouldBe(new(GivenBoard.Type, 10, 6, 0, null, 0, 4, 0, 0, 0, 0, null, new(GivenBoard.Start, "The manager")));
    }

    [Fact]
    public void GivenRegisteredOnly_ThenNoLinesAndNeverDeclared()
    {
        var row = new GivenBoard().And(GivenBoard.Home, SiteKind.CareHome).Row(GivenBoard.Home);

        (row.Freshness, row.Declared, row.Lines.Length).ShouldBe((Freshness.NeverDeclared, null, 0));
    }

    [Fact]
    public void GivenHoldAndClosedBed_ThenNeitherIsAvailable()
    {
        _board.Says(GivenBoard.Home, GivenBoard.Declare(10, 6, closed: 1)).Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1"));

        var line = _board.Line(GivenBoard.Home);
        (line.Closed, line.ClosedBecause, line.Held, line.Available).ShouldBe((1, "Waiting for staff", 1, 2));
    }

    [Fact]
    public void GivenSuspendedSite_ThenNothingIsAvailableAndTheReasonStandsOnRowAndLine()
    {
        _board.Says(GivenBoard.Home, new SuspendPlacements("Infection")).Says(GivenBoard.Home, GivenBoard.Declare(10, 5));

        var line = _board.Line(GivenBoard.Home);
        (line.Available, line.VacantUnderSuspension, line.Suspended?.Reason).ShouldBe((0, 5, "Infection"));
        _board.Row(GivenBoard.Home).Suspended.ShouldBe(new("Infection", null, new(GivenBoard.Start, "The manager")));
    }

    [Fact]
    public void GivenSuspendedBedType_ThenOnlyThatLineIsUnavailable()
    {
        _board.Says(GivenBoard.Home, GivenBoard.Declare(4, 1, type: BedType.DementiaNursing))
            .Says(GivenBoard.Home, new SuspendPlacements("No nurse at night", BedType.DementiaNursing));

        var row = _board.Row(GivenBoard.Home);
        row.Suspended.ShouldBeNull();
        row.Lines.Select(line => (line.Type, line.Available, line.VacantUnderSuspension, line.Suspended?.Reason)).ShouldBe(
        [
            (GivenBoard.Type, 4, 0, null),
            (BedType.DementiaNursing, 0, 3, "No nurse at night"),
        ]);
    }

    [Fact]
    public void GivenExpectedVacancies_ThenThoseOf24HoursCountAndThosePassedAreDue()
    {
        _board.Says(GivenBoard.Home, Expect(1)).Says(GivenBoard.Home, Expect(24 + 2)).Says(GivenBoard.Home, Expect(30)).After(TimeSpan.FromHours(2));

        var line = _board.Line(GivenBoard.Home);
        (line.Expected, line.Due).ShouldBe((1, 1));
    }

    [Fact]
    public void GivenHoldsWithArrival_ThenThoseOfTheNext24HoursCount()
    {
        _board.Says(GivenBoard.Home, Hold("S-1", arrivesIn: 1)).Says(GivenBoard.Home, Hold("S-2", arrivesIn: 24)).Says(GivenBoard.Home, Hold("S-3", arrivesIn: 25));
        _board.Line(GivenBoard.Home).Arriving.ShouldBe(2);

        _board.After(TimeSpan.FromHours(1));
        _board.Line(GivenBoard.Home).Arriving.ShouldBe(2, "the first should have come by now, the third is to come within the day");
    }

    [Fact]
    public void GivenWard_ThenItsExpectedVacanciesAreItsStaysDatesOfDischarge()
    {
        var ward = GivenBoard.WithWard();
        var today = LocalDay.Of(ward.Now);
        ward.Says(GivenBoard.Ward, new AdmitStay("S-1", "1", ExpectedDischarge: today))
            .Says(GivenBoard.Ward, new AdmitStay("S-2", "2", ExpectedDischarge: today.AddDays(2)))
            .After(TimeSpan.FromDays(1));

        var line = ward.Line(GivenBoard.Ward);
        (line.Occupied, line.Expected, line.Due).ShouldBe((2, 0, 1));
        ward.Row(GivenBoard.Ward).People.ShouldNotBeNull().Overdue.ShouldBe(1);
        ward.After(TimeSpan.FromHours(3)).Line(GivenBoard.Ward).Expected.ShouldBe(1, "from midday on, tomorrow is within 24 hours");
    }

    private ExpectVacancy Expect(int hours) => new(GivenBoard.Type, _board.Now.AddHours(hours), "Going home");

    private PlaceHold Hold(string stay, int arrivesIn) =>
        new(GivenBoard.Type, stay, Until: _board.Now.AddDays(3), Arrival: _board.Now.AddHours(arrivesIn));
}
