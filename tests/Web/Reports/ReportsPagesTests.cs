using CapacityBoard.Access;
using CapacityBoard.Access.Store;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Reports;

/// <summary>Reports as pages, files and JSON, and who is shown whom behind their figures.</summary>
public sealed class ReportsPagesTests(ReportsPagesTests.BoardWithDelay place) : IClassFixture<ReportsPagesTests.BoardWithDelay>
{
    private const string Reports = "/stockport/reports";

    private readonly TestBoard _board = place.Board;

    [Fact]
    public async Task GivenDelay_ThenTheReportsSayItAndLeadToThePerson()
    {
        using var team = new Visitor(_board.Address, name: "Sam, transfer team", grants: [new(Role.TransferTeam, Scope.Parse("stockport"))]);

        (await team.Visit(Reports)).Text.ShouldContain("1 delayed at the last midnight. Target: at most 15");
        var report = await team.Visit($"{Reports}/delayed-days");
        report.Text.ShouldContain("Residential/nursing home care not yet available (Pathway 3) 2 delayed days");
        var who = await team.Visit(LinkOf(report, "/who?"));

        who.Text.ShouldContain("R-7");
        who.Html.ShouldContain("/stockport/stay?site=stockport%2Fstepping-hill%2Fa1&amp;stay=R-7");
    }

    [Fact]
    public async Task GivenDailyFigures_ThenTheReportsCardsDrawThemAndNameTodays()
    {
        using var visitor = new Visitor(_board.Address);

        var page = await visitor.Visit(Reports);

        page.Text.ShouldContain("Today 1. Lowest 0, highest 1 in 28 days.");
        page.Document.QuerySelector(".cb-trend svg[aria-hidden=true] path")!.GetAttribute("d")!.ShouldStartWith("M0 32");
    }

    [Fact]
    public async Task GivenDaysWithoutAReason_ThenTheyAreNamedInASentenceAndHaveNoBar()
    {
        using var visitor = new Visitor(_board.Address);

        var page = await visitor.Visit($"{Reports}/red-days");

        page.Text.ShouldContain("9 of 9 red days have no reason recorded (100.0%).");
        page.Text.ShouldContain("0.0% of 9 days of stays were green.");
        page.Document.QuerySelector("#by-reason")!.TextContent.ShouldContain("No reason recorded");
        page.Document.QuerySelectorAll("#by-reason .cb-report-bar").ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenBedTypeChosen_ThenItsBedsByDayAreCountedAndNoOthers()
    {
        using var visitor = new Visitor(_board.Address);

        var all = await visitor.Visit($"{Reports}/beds");
        all.Document.QuerySelectorAll("details #by-day, details #packages-by-day").Length.ShouldBe(2);
        all.Document.QuerySelectorAll("#type option").Select(option => option.GetAttribute("value")).ShouldBe(["", "inpatient"]);
        var packages = await visitor.Visit($"{Reports}/beds?type=care-package");
        packages.Document.QuerySelector("#by-day").ShouldBeNull();
        packages.Text.ShouldContain("Nothing to count on these days.");
        packages.Document.Links().ShouldContain(link => link.Contains("type=care-package&table=packages-by-day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenOwnPersonInAnotherAreasHospital_ThenWhoeverSeesOwnPeopleIsLedToThemAndNobodyElse()
    {
        using var team = new Visitor(_board.Address, name: "Sue, transfer team", grants: [new(Role.TransferTeam, Scope.Parse("stockport"))]);
        using var ward = new Visitor(_board.Address, name: "Ward A1", grants: [new(Role.Ward, Scope.Of(BoardWithDelay.Ward))]);

        (await team.Visit($"{Reports}/delayed-days")).Text.ShouldContain("Wythenshawe, Manchester 1");
        (await team.Visit($"{Reports}/delayed-transfers/who?set=elsewhere")).Text.ShouldContain("R-9");
        var seen = await ward.Visit($"{Reports}/delayed-transfers/who");
        seen.Text.ShouldContain("R-7");
        seen.Html.ShouldNotContain("R-9");
        seen.Text.ShouldContain("1 more is at sites whose patients you do not have permission to see.");
    }

    [Fact]
    public async Task GivenViewer_ThenTheFiguresAreShownWithoutLinksAndNobodyStandsBehindThem()
    {
        using var viewer = new Visitor(_board.Address, name: "Vera, viewer", grants: [new(Role.Viewer, Scope.Parse("stockport"))]);

        var report = await viewer.Visit($"{Reports}/delayed-days");
        report.Text.ShouldContain("Residential/nursing home care not yet available (Pathway 3) 2");
        report.Html.ShouldNotContain("/who");
        var who = await viewer.Visit($"{Reports}/delayed-days/who");
        who.Html.ShouldNotContain("R-7");
        who.Text.ShouldContain("sites whose patients you do not have permission to see");
        var behind = await viewer.Visit($"{Reports}/beds/who");
        behind.Html.ShouldNotContain("R-7");
    }

    [Fact]
    public async Task GivenLookBehindAFigureAndAFileTaken_ThenBothAreOnRecord()
    {
        using var team = new Visitor(_board.Address, name: "Tess, transfer team", grants: [new(Role.TransferTeam, Scope.Parse("stockport"))]);

        await team.Visit($"{Reports}/delayed-transfers/who");
        await team.Visit($"{Reports}/delayed-transfers.csv");
        await team.Visit("/stockport/returns/daily-discharges.csv");

        var lines = await _board.Services.GetRequiredService<AccessStore>().Ask(context => context.Log.Where(line => line.Who == "Tess, transfer team").ToListAsync());
        lines.ShouldContain(line => line.Act == "saw-stays" && line.About == "stockport/stepping-hill/a1");
        lines.Where(line => line.Act == "exported").Select(line => line.Note!.Split(',')[0]).ShouldBe(["delayed-transfers-by-day", "daily-discharges"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("from=2026-02-30", "Enter a real date")]
    [InlineData("from-day=30&from-month=2&from-year=2026", "Enter a real date")]
    [InlineData("from-day=2&from-month=3&from-year=2026&to-day=1&to-month=3&to-year=2026", "The first day must not be after the last day.")]
    [InlineData("from=2026-03-02&to=2026-03-01", "The first day must not be after the last day.")]
    [InlineData("to=2999-01-01", "or earlier")]
    [InlineData("from=2020-01-01", "Choose at most 400 days")]
    [InlineData("hospital=stockport%2Fnowhere", "There were no patients in that hospital or unit.")]
    [InlineData("type=none", "Choose a bed type from the list.")]
    [InlineData("hospital=%3Cscript%3E", "Choose a hospital or unit from the list.")]
    public async Task GivenQuestionThatCannotBeRight_ThenItIsSaidAndTheUsualShown(string query, string words)
    {
        using var visitor = new Visitor(_board.Address);

        var page = await visitor.Visit($"{Reports}/delayed-transfers?{query}");

        page.Status.ShouldBe(200);
        page.ErrorSummary.ShouldContain(words);
        page.Text.ShouldContain("How this is counted");
    }

    [Theory]
    [InlineData("/stockport/reports/none")]
    [InlineData("/nowhere/reports")]
    [InlineData("/nowhere/returns")]
    [InlineData("/stockport/reports/none/who")]
    [InlineData("/stockport/reports/none.csv")]
    [InlineData("/stockport/reports/beds.csv?table=none")]
    [InlineData("/stockport/returns/none.csv")]
    public async Task GivenNoSuchReport_ThenNotFound(string address)
    {
        using var visitor = new Visitor(_board.Address);

        (await visitor.Visit(address)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task WhenTheApiIsAsked_ThenTheSameFiguresByTheirCodes()
    {
        var answer = (await _board.Get("/api/localities/stockport/reports/delayed-days")).ThenAccepted();

        var reasons = answer.Json["tables"]![0]!["rows"]!.AsArray();
        ((string?)reasons[0]!["reason"]).ShouldBe("care-home-not-available");
        ((int)reasons[0]!["days"]!).ShouldBe(2);
        (await _board.Get("/api/localities/stockport/reports/none")).ThenRefused(404, "unknown-report").Saying("delayed-transfers");
        (await _board.Get("/api/localities/stockport/reports/beds?from=yesterday")).ThenRefused(400, "invalid", "from");
    }

    private static string LinkOf(VisitedPage page, string part) =>
        page.Document.Links().First(link => link.Contains(part, StringComparison.Ordinal));

    /// <summary>A board on which one person's transfer has been delayed for two midnights, and that of one in another area for one.</summary>
    public sealed class BoardWithDelay : IAsyncLifetime
    {
        public static readonly SiteKey Ward = SiteKey.OfWard("stockport", "stepping-hill", "a1");

        private static readonly SiteKey Elsewhere = SiteKey.OfWard("manchester", "wythenshawe", "f5");

        public TestBoard Board { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Board.InitializeAsync();
            var midnight = LocalDay.StartOf(LocalDay.Of(Board.Clock.GetUtcNow()));
            await Says(
                Ward,
                "Stepping Hill",
                new AdmitStay("R-7", "1", AdmittedAt: midnight.AddDays(-9)),
                new DeclareMedicallyOptimised("R-7", midnight.AddHours(-30)),
                new RecordDelay("R-7", DelayReason.CareHomeNotAvailable, Since: LocalDay.Of(midnight).AddDays(-5)));
            await Says(
                Elsewhere,
                "Wythenshawe",
                new AdmitStay("R-9", "1", AdmittedAt: midnight.AddDays(-9), HomeLocality: "stockport"),
                new DeclareMedicallyOptimised("R-9", midnight.AddHours(-3)));
        }

        private async Task Says(SiteKey ward, string hospital, params SiteCommand[] commands)
        {
            var details = new SiteDetails(SiteKind.Ward, ward.Name.ToUpperInvariant(), Hospital: hospital);
            (await Board.Send(HttpMethod.Put, CapacityBoard.Sites.SiteApi.AddressOf(SiteKind.Ward, ward), TestBoard.Json(details))).ThenAccepted();
            foreach (var command in commands.Prepend(new DeclareVacancies([new(BedType.Inpatient, 6, 0)])))
            {
                (await Board.Say(SiteKind.Ward, ward, command)).ThenAccepted();
            }

            await Board.OnTheBoard(ward);
        }

        public ValueTask DisposeAsync() => Board.DisposeAsync();
    }
}
