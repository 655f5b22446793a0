using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Changes;

/// <summary>What has changed: newest first, as far as its reader may see it.</summary>
public sealed class ChangesPageTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenHomeThatDeclaresAndConfirms_ThenWhatIsFreeNowAndBeforeAndNotTheConfirmation()
    {
        var home = await board.CareHome("the-limes", total: 10, occupied: 6, locality: "declares");
        (await board.Declare(home, total: 10, occupied: 7)).ThenAccepted();
        (await board.Declare(home, total: 11, occupied: 8)).ThenAccepted();
        (await board.Confirm(home)).ThenAccepted();
        using var team = Of("declares", Role.TransferTeam);

        LinesOf(await team.Visit("/declares/changes")).ShouldBe(
        [
            "The Limes: Figures changed. The number free is the same.",
            "The Limes: General nursing: 3 free, was 4.",
            "The Limes: General nursing: 4 free.",
            "The Limes: Added to the board.",
        ]);
    }

    [Fact]
    public async Task GivenPeople_ThenWhoMaySeeThemIsToldAndOthersOnlyWhatIsFree()
    {
        var ward = await Ward("people");
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("SH1", "1"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised("SH1"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DischargeStay("SH1", Destination.UsualResidence))).ThenAccepted();
        using var team = Of("people", Role.TransferTeam);
        using var viewer = Of("people", Role.Viewer);

        var page = await team.Visit("/people/changes?kind=people");
        LinesOf(page).Count.ShouldBe(3);
        LinesOf(page)[0].ShouldMatch("^A1, Stepping Hill Hospital, SH1: Discharged .*: home or usual residence. Inpatient: 4 free, was 3.");
        LinesOf(await viewer.Visit("/people/changes?kind=people")).ShouldBe(
            ["A1, Stepping Hill Hospital: Inpatient: 4 free, was 3.", "A1, Stepping Hill Hospital: Inpatient: 3 free, was 4."]);
    }

    [Fact]
    public async Task GivenHold_ThenToldToWhoMaySeeItsPersonAndToOthersOnlyWhatIsFree()
    {
        var ward = await Ward("holds");
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("SH2", "1"))).ThenAccepted();
        var home = await board.CareHome("the-limes", locality: "holds");
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "SH2", From: ward))).ThenAccepted();
        using var team = Of("holds", Role.TransferTeam);
        using var itself = new Visitor(board.Address, name: "The Limes itself", grants: [new(Role.CareProvider, Scope.Of(home))]);
        using var commissioner = Of("holds", Role.Commissioner);

        LinesOf(await team.Visit("/holds/changes?kind=holds")).ShouldHaveSingleItem().ShouldStartWith("The Limes, SH2: General nursing bed held at The Limes until");
        LinesOf(await itself.Visit("/holds/changes?kind=holds")).ShouldHaveSingleItem().ShouldStartWith("The Limes, SH2: General nursing bed held at The Limes until");
        LinesOf(await commissioner.Visit("/holds/changes?kind=holds")).ShouldBe(["The Limes: General nursing: 3 free, was 4."]);
    }

    [Fact]
    public async Task GivenOneSite_ThenOnlyItsOwnAndTheOthersWhenAskedFor()
    {
        var home = await board.CareHome("the-limes", locality: "one-site");
        await board.CareHome("the-oaks", locality: "one-site");
        using var team = Of("one-site", Role.TransferTeam);

        var page = await team.Visit($"/one-site/changes?site={home}");
        LinesOf(page).ShouldAllBe(line => line.StartsWith("The Limes"));
        LinesOf(await team.Visit(page.Document.QuerySelectorAll("a").First(link => link.Read() == "All of One Site").GetAttribute("href")!)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task GivenSecondLook_ThenWhatIsNewSinceTheFirstIsOneTapAway()
    {
        await board.CareHome("the-limes", locality: "looks");
        using var team = Of("looks", Role.TransferTeam);
        await team.Visit("/looks/changes");
        await board.CareHome("the-oaks", locality: "looks");

        var second = await team.Visit("/looks/changes");
        var since = second.Document.QuerySelectorAll("a").First(link => link.Read().StartsWith("Since you last looked", StringComparison.Ordinal)).GetAttribute("href")!;

        LinesOf(await team.Visit(since)).ShouldAllBe(line => line.StartsWith("The Oaks"));
        LinesOf(await team.Visit("/looks/changes?since=yesterday")).Count.ShouldBe(4, "a time that is none is the last hour");
    }

    private Visitor Of(string locality, Role role) => new(board.Address, name: $"{role} of {locality}", grants: [new(role, Scope.Parse(locality))]);

    private async Task<SiteKey> Ward(string locality)
    {
        var ward = SiteKey.OfWard(locality, "stepping-hill-hospital", "a1");
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 4, 0)]))).ThenAccepted();
        return ward;
    }

    /// <summary>"The site and the person: what happened", without who.</summary>
    private static List<string> LinesOf(VisitedPage page) =>
    [
        .. page.Document.QuerySelectorAll(".cb-changes li").Select(line =>
        {
            line.QuerySelector(".cb-by-whom")?.Remove();
            return string.Join(": ", line.QuerySelectorAll("p").Select(part => part.Read().Replace(" ,", ",", StringComparison.Ordinal)));
        }),
    ];
}
