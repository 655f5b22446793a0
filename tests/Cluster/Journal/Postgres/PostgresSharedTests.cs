using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Several processes on one database, each with a journal of its own.</summary>
public sealed class PostgresSharedTests(Databases databases) : IAsyncLifetime
{
    private readonly List<(NpgsqlDataSource Source, PostgresJournal Journal)> _opened = [];
    private string _database = null!;

    public async ValueTask InitializeAsync() => _database = await databases.New();

    public async ValueTask DisposeAsync()
    {
        foreach (var (source, journal) in _opened)
        {
            await journal.DisposeAsync();
            await source.DisposeAsync();
        }
    }

    [Fact]
    public async Task GivenNewDatabase_WhenEightProcessesOpenItAtOnce_ThenItIsMigratedOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Open())).Within("all have opened it");

        (await Ask<long>("SELECT count(*) FROM journal_migrations")).ShouldBe(PostgresSchema.Newest);
    }

    [Fact]
    public async Task GivenFourProcesses_WhenTheyWriteTheSameSites_ThenPositionsAndVersionsHaveNoGapsAndAReaderSkipsNothing()
    {
        const int sites = 6, appendsEach = 40;
        var journals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Open()));
        var read = ReadAlong(await Open(), journals.Length * sites * appendsEach);

        await Task.WhenAll(journals.SelectMany((journal, process) => Enumerable.Range(0, sites).Select(site => Task.Run(
            () => WriteWithRetries(journal, site, $"{process}", appendsEach))))).Within("all have written");

        var entries = await journals[0].ReadFrom(0, int.MaxValue);
        entries.Count.ShouldBe(4 * sites * appendsEach);
        entries.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, entries.Count).Select(position => (long)position));
        foreach (var site in entries.GroupBy(entry => entry.Site))
        {
            site.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, site.Count()).Select(version => (long)version));
        }

        (await read.Within("the reader has read all")).ShouldBe(entries.Select(entry => entry.Position));
    }

    [Fact]
    public async Task GivenOneProcessWaits_WhenAnotherAppends_ThenTheWaitEnds()
    {
        var (waiting, writing) = (await Open(), await Open());
        var wait = waiting.WaitBeyond(0, CancellationToken.None);
        wait.IsCompleted.ShouldBeFalse();

        await writing.Append(Appends.Of(HomeRequests.Home(), 0));

        await wait.Within("the other process hears of it");
    }

    [Fact]
    public async Task GivenAllConnectionsAreEnded_WhenAnotherAppends_ThenTheWaitEndsNevertheless()
    {
        var (waiting, writing) = (await Open(), await Open());
        await writing.Append(Appends.Of(HomeRequests.Home(), 0));
        await waiting.WaitBeyond(0, CancellationToken.None).Within("it listens");

        await Ask<long>("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        var wait = waiting.WaitBeyond(1, CancellationToken.None);
        (await writing.Append(Appends.Of(HomeRequests.Home(), 1))).Status.ShouldBe(AppendStatus.Appended);

        await wait.Within("it listens again, or has looked");
    }

    [Fact]
    public async Task GivenEntriesThatNobodyWasNotifiedOf_WhenWaitedFor_ThenTheyAreFoundByLooking()
    {
        var waiting = await Open();
        var wait = waiting.WaitBeyond(0, CancellationToken.None);

        await Ask<int?>("INSERT INTO journal VALUES (1, 'stockport/home-1', 1, now(), 'x', 'o', 'unchanged-confirmed', '{}') RETURNING 1");

        await wait.Within("it has looked");
    }

    [Fact]
    public async Task GivenJournal_WhenAnEntryIsChangedOrDeleted_ThenTheDatabaseRefuses()
    {
        var journal = await Open();
        await journal.Append(Appends.Of(HomeRequests.Home(), 0));

        foreach (var sql in new[] { "UPDATE journal SET by = 'me'", "DELETE FROM journal", "TRUNCATE journal" })
        {
            (await Should.ThrowAsync<PostgresException>(() => Ask<int?>(sql))).MessageText.ShouldContain("append-only");
        }
    }

    [Fact]
    public async Task GivenDatabaseOfANewerVersion_WhenOpened_ThenRefusedAndLeftAsItWas()
    {
        await Open();
        await Ask<int?>("INSERT INTO journal_migrations (step, file) VALUES (999, 'of-the-future.sql')");

        var failure = await Should.ThrowAsync<JournalUnavailableException>(Open);

        failure.Message.ShouldContain("written by a newer version of CapacityBoard");
    }

    [Fact]
    public async Task GivenUserWhoMayOnlyReadAndAppend_WhenTheSchemaIsThere_ThenItServes()
    {
        await Open();
        await Ask<int?>(
            """
            CREATE ROLE board_writer LOGIN;
            GRANT SELECT, INSERT ON journal TO board_writer;
            GRANT SELECT, UPDATE ON journal_head TO board_writer;
            GRANT SELECT ON journal_migrations TO board_writer;
            GRANT SELECT, INSERT, UPDATE ON site_states TO board_writer;
            GRANT SELECT, INSERT, DELETE ON fact_segments TO board_writer;
            """);

        var journal = await Open(user: "board_writer");

        (await journal.Append(Appends.Of(HomeRequests.Home(), 0))).Status.ShouldBe(AppendStatus.Appended);
        await journal.SaveSnapshots([new(HomeRequests.Home(), SiteKind.CareHome, 1, 1, Appends.Wednesday, [1])]);
        (await journal.ReadSnapshot(HomeRequests.Home())).ShouldNotBeNull();
        (await journal.Segments.Add(new("stockport", 1, 0, 1, [], [1]))).ShouldBeTrue();
    }

    [Fact]
    public async Task GivenManyEvents_WhenAnOperationIsLookedFor_ThenOnlyTheIndexIsRead()
    {
        await Open();

        var plan = await Ask<string>("SET enable_seqscan = off; EXPLAIN (FORMAT JSON) SELECT max(version) FROM journal WHERE site = 's' AND operation = 'o'");

        plan!.ShouldContain("\"Index Only Scan\"");
    }

    private async Task<PostgresJournal> Open() => await Open(user: "postgres");

    private async Task<PostgresJournal> Open(string user)
    {
        var source = PostgresConnections.Open(new NpgsqlConnectionStringBuilder(_database) { Username = user }.ConnectionString);
        var journal = new PostgresJournal(source, NullLogger<PostgresJournal>.Instance);
        lock (_opened)
        {
            _opened.Add((source, journal));
        }

        await journal.Open();
        return journal;
    }

    private static async Task WriteWithRetries(PostgresJournal journal, int site, string process, int appends)
    {
        var version = 0L;
        for (var recorded = 0; recorded < appends;)
        {
            var result = await journal.Append(Appends.Of(HomeRequests.Home(site), version, $"{process}-{recorded}"));
            version = result.Version;
            recorded += result.Status == AppendStatus.Appended ? 1 : 0;
        }
    }

    /// <summary>Reads as entries come, each time on from the last that it saw.</summary>
    private static async Task<List<long>> ReadAlong(PostgresJournal journal, int entries)
    {
        var read = new List<long>();
        while (read.Count < entries)
        {
            var last = read.LastOrDefault();
            await journal.WaitBeyond(last, CancellationToken.None);
            read.AddRange((await journal.ReadFrom(last, 50)).Select(entry => entry.Position));
        }

        return read;
    }

    private async Task<T?> Ask<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{_database};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? row.GetFieldValue<T>(0) : default;
    }
}
