using CapacityBoard.Journal.Postgres;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CapacityBoard.Journal.Copying;

public sealed class JournalCopyTests(Databases databases) : IDisposable
{
    private const int Homes = 40;
    private const int EventsOfAHome = 150;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenSqliteJournal_WhenCopiedToPostgres_ThenEveryEntryIsThereAsItWasAndTheJournalGoesOn()
    {
        var entries = await Fill(_folder.FullPath);
        var database = await databases.New();

        var report = await Copy(_folder.FullPath, database);

        (report.Entries, report.Copied).ShouldBe((entries.Count, entries.Count));
        await using var source = PostgresConnections.Open(database);
        await using var journal = new PostgresJournal(source, NullLogger<PostgresJournal>.Instance);
        await journal.Open();
        (await journal.ReadFrom(0, int.MaxValue)).ShouldBe(entries);
        (await journal.Append(Appends.Of(entries[0].Site, 0, entries[0].Operation))).Status.ShouldBe(AppendStatus.Repeated);
        (await journal.Append(Appends.Of(HomeRequests.Home(), EventsOfAHome))).Position.ShouldBe(entries.Count + 1);
    }

    [Fact]
    public async Task GivenCopyWasInterrupted_WhenRunAgain_ThenItGoesOnAndEndsTheSame()
    {
        var entries = await Fill(_folder.FullPath);
        var database = await databases.New();
        using var interrupted = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(
            () => Copy(_folder.FullPath, database, new Watcher(progress => interrupted.Cancel()), interrupted.Token));

        var report = await Copy(_folder.FullPath, database);

        report.Entries.ShouldBe(entries.Count);
        report.Copied.ShouldBeInRange(1, entries.Count - 1);
        (await Copy(_folder.FullPath, database)).ShouldBe(report with { Copied = 0 });
    }

    [Fact]
    public async Task GivenJournalInPostgres_WhenCopiedBack_ThenTheFolderHasTheSame()
    {
        var entries = await Fill(_folder.FullPath);
        var (database, back) = (await databases.New(), _folder.PathOf("back"));
        var there = await Copy(_folder.FullPath, database);

        (await Copy(database, back)).Hash.ShouldBe(there.Hash);

        using var folder = DataFolder.Open(back);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        (await journal.ReadFrom(0, int.MaxValue)).ShouldBe(entries);
    }

    [Fact]
    public async Task GivenEventOfAnUnknownKindAndOddText_WhenCopied_ThenToTheLetter()
    {
        await Fill(_folder.FullPath);
        using (var connection = SqliteConnections.OpenDurable(_folder.PathOf(SqliteJournal.FileName), configure: null))
        {
            connection.Ask("""INSERT INTO journal (position, site, version, at, by, operation, type, data) VALUES (6001, 'a/b', 1, 1, 'Özil', 'o', 'of-the-future', '{ "b" :1,  "a":"\u0000é", "b":2}')""");
        }

        var database = await databases.New();
        await Copy(_folder.FullPath, database);

        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT data::text FROM journal WHERE position = 6001");
        (await command.ExecuteScalarAsync()).ShouldBe("""{ "b" :1,  "a":"\u0000é", "b":2}""");
    }

    [Fact]
    public async Task GivenTargetWithEntriesOfItsOwn_WhenCopied_ThenRefusedAndNothingIsMixed()
    {
        await Fill(_folder.FullPath);
        var database = await databases.New();
        await using var source = PostgresConnections.Open(database);
        await using var journal = new PostgresJournal(source, NullLogger<PostgresJournal>.Instance);
        await journal.Open();
        await journal.Append(Appends.Of(HomeRequests.Home(), 0));

        (await Should.ThrowAsync<JournalUnavailableException>(() => Copy(_folder.FullPath, database))).Message.ShouldContain("has entries that do not match");

        (await journal.LastPosition()).ShouldBe(1);
    }

    [Fact]
    public async Task GivenTargetThatOthersWriteInto_WhenCopied_ThenRefusedAndNothingIsMixed()
    {
        await Fill(_folder.FullPath);
        var database = await databases.New();
        await using var source = PostgresConnections.Open(database);
        await using var journal = new PostgresJournal(source, NullLogger<PostgresJournal>.Instance);
        await journal.Open();
        var intruded = false;
        var intruder = new Watcher(progress =>
        {
            if (!intruded)
            {
                intruded = true;
                journal.Append(Appends.Of(HomeRequests.Home(99), 0)).GetAwaiter().GetResult();
            }
        });

        (await Should.ThrowAsync<JournalUnavailableException>(() => Copy(_folder.FullPath, database, intruder))).Message
            .ShouldContain("is being written by another program");
    }

    [Fact]
    public async Task GivenServerOnTheFolder_WhenCopied_ThenToldToStopIt()
    {
        await Fill(_folder.FullPath);
        using var server = DataFolder.Open(_folder.FullPath);

        (await Should.ThrowAsync<JournalUnavailableException>(async () => await Copy(_folder.FullPath, await databases.New()))).Message.ShouldContain("is in use by");
    }

    [Fact]
    public async Task GivenFolderWithoutAJournal_WhenCopied_ThenSaidAndNoneIsMade()
    {
        (await Should.ThrowAsync<JournalUnavailableException>(async () => await Copy(_folder.PathOf("none"), await databases.New()))).Message
            .ShouldStartWith("There is no journal in the folder");

        Directory.Exists(_folder.PathOf("none")).ShouldBeFalse();
    }

    private static async Task<IReadOnlyList<JournalEntry>> Fill(string path)
    {
        using var folder = DataFolder.Open(path);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        await Task.WhenAll(Enumerable.Range(1, Homes).Select(async home =>
        {
            for (var version = 0; version < EventsOfAHome; version += 3)
            {
                await journal.Append(Appends.Of(HomeRequests.Home(home), version, count: 3));
            }
        }));
        return await journal.ReadFrom(0, int.MaxValue);
    }

    private static async Task<CopyReport> Copy(string from, string to, IProgress<CopyProgress>? progress = null, CancellationToken token = default)
    {
        await using var source = await Open(from, mustExist: true);
        await using var target = await Open(to, mustExist: false);
        return await new JournalCopy(source, target, progress ?? new Watcher(_ => { })).Run(token).Within("the copy ends");
    }

    private static async Task<IJournalRows> Open(string place, bool mustExist) =>
        place.Contains('=', StringComparison.Ordinal) ? await PostgresRows.Open(place, CancellationToken.None) : SqliteRows.Open(place, mustExist);

    private sealed class Watcher(Action<CopyProgress> seen) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => seen(value);
    }
}
