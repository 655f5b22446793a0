using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Demonstration;

/// <summary>How the demonstration comes onto a board, and goes on there.</summary>
public sealed class DemonstrationServiceTests(Databases databases)
{
    private readonly IReadOnlyList<PlannedSite> _sites = new StockportPlan(TimeProvider.System.GetUtcNow()).Sites();

    [Fact]
    public async Task GivenFillingThatWasCutOff_WhenTheServerStartsAgain_ThenItIsFinishedAndNothingIsDoneTwice()
    {
        await using var board = await TestBoard.Start();
        foreach (var site in _sites.Take(5))
        {
            await board.Tell(site, new RegisterSite(site.Details), DemonstrationService.Registrar, "filled");
        }

        await board.Tell(_sites[0], _sites[0].First[0], operation: "filled-0");

        board.Demonstration = true;
        await board.Restart();

        await board.OnTheBoard(_sites[^1].Key);
        var entries = await board.Journal.ReadFrom(0, int.MaxValue);
        entries.Count(entry => entry.Event is SiteRegistered).ShouldBe(_sites.Count);
        foreach (var site in _sites.SkipLast(1))
        {
            var filled = entries.Where(entry => entry.Site == site.Key && entry.Operation.StartsWith("filled", StringComparison.Ordinal));
            filled.Select(entry => entry.Operation).Distinct().Count().ShouldBe(1 + site.First.Length, $"{site.Key}");
        }

        entries.Count(entry => entry.Site == _sites[0].Key && entry.Operation == "filled-0").ShouldBe(1);
    }

    [Fact]
    public async Task GivenBoardWithSitesOfItsOwn_WhenTheServerStartsAgain_ThenItIsLeftAlone()
    {
        await using var board = await TestBoard.Start();
        await board.CareHome("the-limes");
        board.Demonstration = true;

        await board.Restart();

        await board.OnTheBoard();
        (await board.Get("/api/localities")).ThenAccepted().Json.AsArray().ShouldHaveSingleItem();
        (await board.Journal.LastPosition()).ShouldBe(2);
    }

    [Fact]
    public async Task GivenTwoNodes_WhenTheOneThatRunsItEnds_ThenTheOtherGoesOn()
    {
        var database = await databases.New();
        await using var first = new TestBoard { Database = database, Demonstration = true };
        await first.InitializeAsync();
        await first.OnTheBoard(_sites[^1].Key);
        await using var second = new TestBoard { Database = database, Demonstration = true };
        await second.InitializeAsync();

        await first.Stop();
        var position = await second.Journal.LastPosition();

        await second.Journal.WaitBeyond(position, CancellationToken.None).Within("the other node keeps the board moving");
        var entries = await second.Journal.ReadFrom(0, int.MaxValue);
        entries.Count(entry => entry.Event is SiteRegistered).ShouldBe(_sites.Count);
    }
}
