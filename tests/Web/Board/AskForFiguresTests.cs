using CapacityBoard.Access;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>Somebody who watches a board asks a site for its figures, over HTTP and without scripts.</summary>
public sealed class AskForFiguresTests(LaterBoard later) : IClassFixture<LaterBoard>
{
    private const string ToChase = "?freshness=to-chase&sort=oldest";

    [Fact]
    public async Task GivenStaleHome_WhenAskedFromTheListToChase_ThenItsRowItsWorkAndTheFeedSayWhoAndWhen()
    {
        var home = await Stale("chased");
        using var team = Somebody("Ama Osei", Role.TransferTeam, Scope.Parse("chased"));
        var list = await team.Visit($"/chased{ToChase}");
        Row(list, home).ShouldBe("Ask for an update : The Limes");

        var asked = await Ask(team, list, home);

        asked.Path.ShouldBe($"/chased{ToChase}");
        asked.Said.ShouldBe("The Limes: You asked for an update. It is in the site’s work list.");
        Row(asked, home).ShouldMatch("^Asked by Ama Osei at [0-9:]{5} Ask again : The Limes$");
        (await team.Visit("/chased/changes?since=24h")).Text.ShouldContain("An update of its figures was asked for. Ama Osei");
        using var deputy = Somebody("Deputy of chased", Role.CareProvider, Scope.Of(home));
        (await deputy.Visit(Paths.OfSite(home))).Text.ShouldMatch("Ama Osei asked for an update at [0-9:]{5}.");
        var work = await deputy.Visit("/work");
        work.Document.QuerySelector(".cb-matter__what")!.TextContent.ShouldMatch("^Ama Osei asked for your figures at [0-9:]{5}: are they still right\\?$");

        (await deputy.Send(work, work.FormOf("matter"))).Text.ShouldContain("Nothing waits for you");
        (await later.Board.Read(SiteKind.CareHome, home)).Json["figures"]!["figuresRequested"].ShouldBeNull();
        Row(await team.Visit("/chased"), home).ShouldBe("");
    }

    [Fact]
    public async Task GivenRequest_WhenAnotherAsksAtOnce_ThenTheFirstStandsAndSoTheyAreTold()
    {
        var home = await Stale("asked-twice");
        using var team = Somebody("Team of asked-twice", Role.TransferTeam, Scope.Parse("asked-twice"));
        using var round = Somebody("Callum Reid", Role.GrandRound, Scope.Parse("asked-twice"));
        var seen = await round.Visit(Paths.OfSite(home));
        seen = await round.Send(seen, "ask");
        seen.Said.ShouldContain("You asked for an update.");

        var page = await Ask(team, await team.Visit($"/asked-twice{ToChase}"), home);

        page.Said.ShouldMatch("^The Limes: Callum Reid already asked at [0-9:]{5}. That request stands.$");
        ((string?)(await later.Board.Read(SiteKind.CareHome, home)).Json["figures"]!["figuresRequested"]!["by"]).ShouldBe("Callum Reid");
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.CareProvider)]
    [InlineData(Role.TrustedAssessor)]
    [InlineData(Role.Ward)]
    public async Task GivenRoleThatDoesNotAskOthers_ThenTheRowOffersNothing(Role role)
    {
        var locality = $"not-{Codes.Of(role)}";
        var home = await Stale(locality);
        using var asking = Somebody($"Ama of {locality}", Role.Commissioner, Scope.Parse(locality));
        await Ask(asking, await asking.Visit($"/{locality}{ToChase}"), home);
        using var other = Somebody($"Other of {locality}", role, role == Role.Viewer ? Scope.Parse(locality) : Scope.Parse($"{locality}/another"));
        var board = await other.Visit($"/{locality}");

        Row(board, home).ShouldMatch(role == Role.Ward ? $"^Asked by Ama of {locality} at [0-9:]{{5}}$" : "^$");
        board.Document.QuerySelector("#ask").ShouldBeNull();
    }

    private async Task<SiteKey> Stale(string locality)
    {
        later.Clock.Shift = -TimeSpan.FromHours(60);
        var home = await later.Board.CareHome("the-limes", 10, 6, locality);
        later.Clock.Shift = TimeSpan.Zero;
        await later.Board.OnTheBoard(home);
        return home;
    }

    private Visitor Somebody(string name, Role role, Scope scope) => new(later.Board.Address, name: name, grants: [new(role, scope)]);

    private static Task<VisitedPage> Ask(Visitor visitor, VisitedPage page, SiteKey home) =>
        visitor.Send(new(page.Document.QuerySelector($"[data-site='{home}'] button[form=ask]")!.GetAttribute("formaction")!, IsRead: false, page.Form("ask").Fields));

    private static string Row(VisitedPage page, SiteKey home) => page.Document.QuerySelector($"[data-site='{home}'] [data-cell=asked]").Read();
}
