using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Board;

/// <summary>The boards over HTTP, and the addresses around them.</summary>
public sealed class BoardApiTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenHome_WhenTheBoardIsRead_ThenItStandsThereAndTheLocalityIsListed()
    {
        var home = await board.CareHome("the-limes");
        await Deadline.Until(async () => (await board.ReadBoard()).Rows.Any(row => row.Site == home && row.Declared is not null), "all of it is on the board");

        var update = await board.ReadBoard();
        await using var screen = await board.ScreenShowing(update.Version);

        update.From.ShouldBe(0);
        update.Rows.ShouldContain(row => row.Site == SiteKey.Of("stockport", "the-limes"));
        screen.Copy.ShouldShow(update);
        var localities = (await board.Get("/api/localities")).ThenAccepted().Json.AsArray();
        var stockport = localities.Single(each => (string?)each!["locality"] == "stockport")!;
        ((int)stockport["totals"]!["sites"]!["sites"]!).ShouldBe(update.Totals.Sites.Sites);
    }

    [Fact]
    public async Task GivenNoSuchLocality_WhenItsBoardIsRead_ThenAProblem() =>
        (await board.Get("/api/localities/atlantis/board")).ThenRefused(404, "unknown-locality").Saying("atlantis");

    [Theory]
    [InlineData("/api/localities/Stockport/care-homes/the-limes")]
    [InlineData("/api/localities/stockport/care-homes/the%20limes")]
    [InlineData("/api/localities/stockport/care-homes/a%2Fb")]
    [InlineData("/api/localities/stockport/care-homes/the--limes")]
    public async Task GivenAddressThatNoSiteCanHave_WhenRead_ThenAProblemSaysWhatIsAllowed(string address) =>
        (await board.Get(address)).ThenRefused(404, "unknown-site").Saying(SiteKey.Allowed);

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/API/nothing")]
    [InlineData("/api/localities/stockport/care-homes")]
    public async Task GivenNoSuchAddress_ThenAProblem(string address) => (await board.Get(address)).ThenRefused(404, "not-found");

    [Fact]
    public async Task GivenWrongMethod_ThenAProblemAndTheAllowedOnes()
    {
        var answer = await board.Send(HttpMethod.Delete, "/api/localities", null);

        answer.ThenRefused(405, "method-not-allowed");
    }

    [Fact]
    public async Task GivenRunningServer_ThenHealthy()
    {
        await board.CareHome("the-oaks");
        (await board.Get("/health/live")).Status.ShouldBe(200);
        (await board.Get("/health/ready")).Status.ShouldBe(200);

        var health = (await board.Get("/health")).ThenAccepted();

        ((bool)health.Json["ready"]!).ShouldBeTrue();
        ((long)health.Json["position"]!).ShouldBeGreaterThanOrEqualTo(0);
    }
}
