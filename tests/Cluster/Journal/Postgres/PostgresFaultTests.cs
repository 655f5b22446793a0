using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>What the PostgreSQL journal does when its database is away, locked, full of others or not what it should be.</summary>
public sealed class PostgresFaultTests(Databases databases)
{
    [Fact]
    public async Task GivenDatabaseRestarts_WhenAppendedAndReadMeanwhile_ThenCallersWaitAndNothingIsLostOrDoubled()
    {
        await using var server = await PostgresServer.Start();
        await using var source = PostgresConnections.Open(await server.CreateDatabase());
        await using var journal = await Open(source);
        (await journal.Append(Appends.Of(HomeRequests.Home(), 0))).Version.ShouldBe(1);

        await server.Stop();
        var appends = Enumerable.Range(1, 50).Select(home => journal.Append(Appends.Of(HomeRequests.Home(home + 1), 0))).ToList();
        var read = journal.ReadSite(HomeRequests.Home(), 0);
        await server.StartAgain();

        (await Task.WhenAll(appends).Within("the appends are answered")).ShouldAllBe(result => result.Status == AppendStatus.Appended);
        (await read.Within("the read is answered")).Count.ShouldBe(1);
        (await journal.ReadFrom(0, int.MaxValue)).Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, 51).Select(position => (long)position));
        await journal.WaitBeyond(50, CancellationToken.None).Within("it hears of entries again");
    }

    [Fact]
    public async Task GivenDatabaseStaysAway_WhenAppendedAndRead_ThenToldWhatToDo()
    {
        await using var server = await PostgresServer.Start();
        await using var source = PostgresConnections.Open(await server.CreateDatabase());
        await using var journal = await Open(source, TimeSpan.FromMilliseconds(200));
        await server.Stop();

        var append = await Should.ThrowAsync<JournalUnavailableException>(() => journal.Append(Appends.Of(HomeRequests.Home(), 0)).Within("the append fails"));
        var read = await Should.ThrowAsync<JournalUnavailableException>(() => journal.LastPosition().Within("the read fails"));

        append.Message.ShouldMatch("^The database board_1 at 127.0.0.1:[0-9]+ cannot be reached: .+ It may not be saved. Check that it runs .+, then send it again.$");
        read.Message.ShouldEndWith("Check that it runs and that the connection string is right, then read again.");
    }

    [Fact]
    public async Task GivenLockThatSomebodyKeeps_WhenAppended_ThenTheDatabaseEndsTheWaitAndLaterAppendsSucceed()
    {
        var database = await databases.New();
        await using var source = PostgresConnections.Open($"{database};Options=-c statement_timeout=300");
        await using var journal = await Open(source, TimeSpan.FromMilliseconds(1));
        await using var other = await source.OpenConnectionAsync();
        await using (var transaction = await other.BeginTransactionAsync())
        {
            await using var lockUp = new NpgsqlCommand("SELECT pg_advisory_xact_lock('journal'::regclass::oid::bigint)", other);
            await lockUp.ExecuteNonQueryAsync();

            (await Should.ThrowAsync<JournalUnavailableException>(() => journal.Append(Appends.Of(HomeRequests.Home(), 0)).Within("the append fails")))
                .Message.ShouldContain("is too busy to answer in time");
        }

        (await journal.Append(Appends.Of(HomeRequests.Home(), 0))).Status.ShouldBe(AppendStatus.Appended);
    }

    [Fact]
    public async Task GivenAppendsUnderWay_WhenDisposed_ThenTheyAreRecordedAndLaterOnesRefused()
    {
        await using var source = PostgresConnections.Open(await databases.New());
        var journal = await Open(source);
        var appends = Enumerable.Range(1, 300).Select(home => journal.Append(Appends.Of(HomeRequests.Home(home), 0))).ToList();

        await journal.DisposeAsync();

        (await Task.WhenAll(appends).Within("the appends are answered")).ShouldAllBe(result => result.Status == AppendStatus.Appended);
        (await Should.ThrowAsync<JournalUnavailableException>(() => journal.Append(Appends.Of(HomeRequests.Home(), 1)))).Message.ShouldContain("is stopping");
    }

    [Theory]
    [InlineData("Database=nowhere", "There is no database nowhere at 127.0.0.1")]
    [InlineData("Username=nobody", "refused this user")]
    [InlineData("SSL Mode=Require", "cannot be reached")]
    public async Task GivenWrongConnectionString_WhenOpened_ThenSaidAtOnce(string wrong, string words)
    {
        var settings = new NpgsqlConnectionStringBuilder(await databases.New());
        var (key, value) = (wrong.Split('=')[0], wrong.Split('=')[1]);
        settings[key] = value;
        await using var source = PostgresConnections.Open(settings.ConnectionString);

        var failure = await Should.ThrowAsync<JournalUnavailableException>(() => Open(source, TimeSpan.FromMilliseconds(1)).Within("it fails"));

        failure.Message.ShouldContain(words);
        failure.Message.ShouldEndWith(", then start again.");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Host=localhost;Prot=5432")]
    [InlineData("Host=localhost;Port=many")]
    public void GivenTextThatIsNoConnectionString_WhenUsed_ThenSaidHowOneIsWritten(string text) =>
        Should.Throw<JournalUnavailableException>(() => PostgresConnections.Open(text)).Message
            .ShouldMatch("^Journal:ConnectionString cannot be used: .+ Write it as Host=localhost;Database=capacity_board;Username=capacity_board.$");

    [Fact]
    public void GivenConnectionString_WhenOpened_ThenWhatItSaysStands()
    {
        using var source = PostgresConnections.Open("Host=localhost;Database=board;Maximum Pool Size=7;Command Timeout=3;Search Path=other");

        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        (settings.MaxPoolSize, settings.CommandTimeout, settings.SearchPath).ShouldBe((7, 3, "other"));
        settings.Options!.ShouldContain("statement_timeout=10000");
        settings.Options!.ShouldContain("synchronous_commit=on");
    }

    private static Task<PostgresJournal> Open(NpgsqlDataSource source) => Open(source, PostgresRetry.Default);

    private static async Task<PostgresJournal> Open(NpgsqlDataSource source, TimeSpan longestWait)
    {
        var journal = new PostgresJournal(source, longestWait, NullLogger<PostgresJournal>.Instance);
        await journal.Open();
        return journal;
    }
}
