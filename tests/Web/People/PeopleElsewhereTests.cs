using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.People;

/// <summary>A locality's board counts its own people wherever they are.</summary>
public sealed class PeopleElsewhereTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly SiteKey Ward = SiteKey.OfWard("trafford", "wythenshawe", "f1");

    [Fact]
    public async Task GivenOwnPersonOnAWardElsewhere_WhenAnythingChangesForThem_ThenTheBoardAtHomeIsPushedAnew()
    {
        (await board.Register(SiteKind.Ward, Ward)).ThenAccepted();
        await Say(new DeclareVacancies([new(BedType.Inpatient, 5, 0)]));
        await Say(new AdmitStay("T-1", "1", HomeLocality: "stockport"));
        await board.OnTheBoard(await board.CareHome("the-limes"));
        (await Elsewhere()).ShouldBe([new("trafford", "wythenshawe", "Stepping Hill Hospital", 1, 0)]);

        var before = (await board.ReadBoard()).Version;
        await using var screen = await board.ScreenShowing(before);
        await Say(new AdmitStay("T-2", "2", HomeLocality: "trafford"));
        await Say(new DeclareMedicallyOptimised("T-1"));
        await screen.Until(shown => shown.Copy.Totals.Contains("\"stays\":1,\"medicallyOptimised\":1}", StringComparison.Ordinal), "the person is optimised on the board at home");
        screen.Copy.Version.ShouldBeGreaterThan(before);

        await Say(new CorrectStay("T-1", "Entered incorrectly", HomeLocality: "high-peak"));
        await screen.Until(shown => shown.Copy.Totals.Contains("\"elsewhere\":[]", StringComparison.Ordinal), "the person is no longer the board's own");
        (await Elsewhere()).ShouldBeEmpty();
    }

    [Fact]
    public void GivenPeopleOfTwoLocalitiesOnAWard_ThenItsOwnAreCounted()
    {
        var given = GivenBoard.WithWard()
            .Says(GivenBoard.Ward, new AdmitStay("S-1", "1", HomeLocality: "stockport"))
            .Says(GivenBoard.Ward, new AdmitStay("S-2", "2", HomeLocality: "high-peak"))
            .Says(GivenBoard.Ward, new AdmitStay("S-3", "3"));

        var hospital = given.Board.AsOf(given.Now).Totals.Hospitals.ShouldHaveSingleItem();
        (hospital.People.Own, hospital.People.Stays).ShouldBe((1, 3));
        BoardText.Own(hospital.People, "stockport").ShouldBe("1 of 3 people live in Stockport");
    }

    private async Task<IReadOnlyList<ElsewhereTotal>> Elsewhere() => (await board.ReadBoard()).Totals.Elsewhere;

    private async Task Say(SiteCommand command) => (await board.Say(SiteKind.Ward, Ward, command)).ThenAccepted();
}
