using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Health;

/// <summary>What a web node that is not well says is wrong, and that it is ready again once that is over.</summary>
public sealed class ReadyTests(Databases databases)
{
    [Fact]
    public async Task GivenJournalThatAnotherProgramLocks_ThenNotReadyForTheJournalAndReadyOnceItIsFree()
    {
        await using var board = await TestBoard.Start();
        var home = await board.CareHome("the-limes");
        (await Ready(board)).Status.ShouldBe(200);
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(board.DataFolder, SqliteJournal.FileName)};Pooling=False"))
        {
            await other.OpenAsync();
            other.Ask("BEGIN IMMEDIATE");

            await Deadline.Until(async () => (await Ready(board)).Status == 503, "the node is not ready");
            var failing = (await Ready(board)).Json;

            ((string?)failing["state"]).ShouldBe("failing");
            failing["problems"]!.AsObject().Select(problem => problem.Key).ShouldBe(["journal"]);
            (await board.Get("/health/live")).Status.ShouldBe(200);
            (await board.Confirm(home)).Status.ShouldBe(503);
            await Deadline.Until(async () => (await Figures.Read(board.Http))["board_journal_append_failures_total"] > 0, "the failure is counted");
        }

        await Deadline.Until(async () => (await Ready(board)).Status == 200, "the node is ready again");
    }

    [Fact]
    public async Task GivenDatabaseThatStops_ThenNotReadyForJournalAndAccountsAndReadyOnceItIsBack()
    {
        await using var postgres = await PostgresServer.Start();
        await using var board = new TestBoard { Database = await postgres.CreateDatabase() };
        await board.InitializeAsync();
        await board.CareHome("the-limes");
        (await Ready(board)).Status.ShouldBe(200);

        await postgres.Stop();

        await Deadline.Until(async () => (await Problems(board)).IsSupersetOf(["journal", "accounts"]), "journal and accounts are named");
        (await Ready(board)).Status.ShouldBe(503);

        await postgres.StartAgain();

        await Deadline.Until(async () => (await Ready(board)).Status == 200, "the node is ready again");
    }

    [Theory]
    [InlineData(2, "ahead of")]
    [InlineData(-120, "behind")]
    public async Task GivenClockThatDiffersFromTheDatabases_ThenReadyWithAWarningAFigureAndOneLineOfLogUntilItIsPutRight(int seconds, string which)
    {
        var (clock, log) = (new ShiftedClock(), new CapturedLog());
        await using var board = new TestBoard
        {
            Database = await databases.New(),
            Configure = builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Logging.AddProvider(log);
            },
        };
        await board.InitializeAsync();
        await Deadline.Until(async () => (await Figures.Read(board.Http)).Find("board_clock_difference_seconds") is < 1 and > -1, "the clocks agree");
        (await Warnings(board)).ShouldBeEmpty();

        clock.Shift = TimeSpan.FromSeconds(seconds);

        await Deadline.Until(async () => (await Warnings(board)).ContainsKey("clock"), "the clock is named");
        (await Warnings(board))["clock"].ShouldContain($" s {which} the database's. Synchronise the clocks (NTP).");
        (await Ready(board)).Status.ShouldBe(200);
        (await Figures.Read(board.Http))["board_clock_difference_seconds"].ShouldBe(seconds, 1);

        clock.Shift = TimeSpan.Zero;

        await Deadline.Until(async () => (await Warnings(board)).Count == 0, "the clock is right");
        log.Text.Split("This machine's clock is").Length.ShouldBe(2);
        log.Text.Split("agrees with the database's again").Length.ShouldBe(2);
    }

    [Fact]
    public async Task GivenBoardsThatLagBehindTheJournal_ThenNotReadyAndNoScreenIsLiveUntilTheyHaveCaughtUp()
    {
        var held = new HeldJournal();
        await using var board = await TestBoard.Start(held.Use);
        var home = await board.CareHome("the-limes");
        (await Ready(board)).Status.ShouldBe(200);

        await using var screen = await board.Watch();
        using var visitor = board.Everywhere();

        held.Hold();
        (await board.Declare(home, 10, 7)).ThenAccepted();

        await Deadline.Until(async () => (await Problems(board)).SetEquals(["boards"]), "the boards are named");
        await screen.Closed.Within("a screen is told that it is not live");
        (await Should.ThrowAsync<HubException>(() => board.Watch())).Message.ShouldContain("are behind the journal");
        (await board.ReadBoard()).BehindSince.ShouldNotBeNull();
        (await visitor.Visit($"/{ApiUser.Locality}")).Text.ShouldContain("Not live since");
        await Deadline.Until(async () => (await Figures.Read(board.Http))["board_fold_lag"] > 0, "the lag is told");

        held.Release();

        await Deadline.Until(async () => (await Ready(board)).Status == 200, "the node is ready again");
        await Deadline.Until(async () => (await Figures.Read(board.Http)).Find("board_fold_lag") == 0, "there is no lag");
        (await board.ReadBoard()).BehindSince.ShouldBeNull();
        await using var again = await board.Watch();
        again.Copy.ShouldShow(await board.ReadBoard());
    }

    private static Task<Answer> Ready(TestBoard board) => board.Get("/health/ready");

    private static async Task<Dictionary<string, string>> Warnings(TestBoard board) =>
        (await board.Get("/health/ready")).Json["warnings"]!.AsObject().ToDictionary(warning => warning.Key, warning => (string)warning.Value!);

    private static async Task<HashSet<string>> Problems(TestBoard board) =>
        [.. (await board.Get("/health")).Json["problems"]!.AsObject().Select(problem => problem.Key)];
}
