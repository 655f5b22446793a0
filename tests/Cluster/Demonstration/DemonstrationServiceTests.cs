using CapacityBoard.Demonstration.Past;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Demonstration;

/// <summary>How the demonstration comes onto a board, and goes on there.</summary>
public sealed class DemonstrationServiceTests(Databases databases)
{
    [Fact]
    public async Task GivenFillingThatWasCutOff_WhenTheServerStartsAgain_ThenItIsFinishedAndNothingIsDoneTwice()
    {
        await using var board = new TestBoard { Settings = OneWeek(), Demonstration = true };
        var end = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var past = new InventedPast(end.AddDays(-7), end);
        await Record(board.DataFolder, past.Appends().Take(300));

        await board.InitializeAsync();

        await Filled(board);
        var entries = await board.Journal.ReadFrom(0, int.MaxValue);
        var told = past.Appends().SelectMany(append => append.Events.Select(_ => (append.Site, append.At, append.Operation))).ToList();
        entries.Take(told.Count).Select(entry => (entry.Site, entry.At, entry.Operation)).ShouldBe(told);
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
        await using var first = new TestBoard { Database = database, Demonstration = true, Settings = OneWeek() };
        await first.InitializeAsync();
        await first.OnTheBoard();
        await using var second = new TestBoard { Database = database, Demonstration = true, Settings = OneWeek() };
        await second.InitializeAsync();

        await first.Stop();

        await Filled(second);
        var position = await second.Journal.LastPosition();
        await second.Journal.WaitBeyond(position, CancellationToken.None).Within("the other node keeps the board moving");
        var entries = await second.Journal.ReadFrom(0, int.MaxValue);
        entries.Select(entry => (entry.Site, entry.Version)).ShouldBeUnique();
        entries.Count(entry => entry.Operation == InventedPast.LastOperation).ShouldBe(1);
    }

    /// <summary>What a server had recorded when it was cut off.</summary>
    private static async Task Record(string dataFolder, IEnumerable<Append> appends)
    {
        using var folder = DataFolder.Open(dataFolder);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        foreach (var append in appends)
        {
            await journal.Append(append);
        }
    }

    private static Dictionary<string, string?> OneWeek() => new() { ["Demonstration:Weeks"] = "1" };

    private static Task Filled(TestBoard board) => Deadline.Until(
        async () => await board.Journal.FindOperation(InventedPast.LastSite, InventedPast.LastOperation) is not null, "the past is told");
}
