using CapacityBoard.Journal.Postgres;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Journal;

/// <summary>Backups as docs/operations.md has them, taken while the journal is written, and restored.</summary>
public sealed class BackupTests(Databases databases) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenSqliteJournalInUse_WhenBackedUpAndRestored_ThenItHasAllThatWasThere()
    {
        using var folder = DataFolder.Open(_folder.PathOf("data"));
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        var before = await Fill(journal);
        var writing = Write(journal, HomeRequests.Home(2));
        Directory.CreateDirectory(_folder.PathOf("restored"));

        using (var connection = new SqliteConnection($"Data Source={folder.PathOf(SqliteJournal.FileName)};Pooling=false"))
        {
            connection.Open();
            using var backup = connection.CreateCommand();
            backup.CommandText = $"VACUUM INTO '{_folder.PathOf("restored/journal.db")}'";
            backup.ExecuteNonQuery();
        }

        await writing;
        using var restored = DataFolder.Open(_folder.PathOf("restored"));
        await using var again = SqliteJournal.Open(restored, NullLogger<SqliteJournal>.Instance);
        await ShouldGoOn(again, before);
    }

    [Fact]
    public async Task GivenPostgresJournalInUse_WhenBackedUpAndRestored_ThenItHasAllThatWasThere()
    {
        var (database, restored) = (await databases.New(), await databases.New());
        await using var source = PostgresConnections.Open(database);
        await using var journal = new PostgresJournal(source, NullLogger<PostgresJournal>.Instance);
        await journal.Open();
        var before = await Fill(journal);
        var writing = Write(journal, HomeRequests.Home(2));

        await PostgresServer.BackUp(database, _folder.PathOf("journal.dump"));
        await PostgresServer.Restore(_folder.PathOf("journal.dump"), restored);

        await writing;
        await using var target = PostgresConnections.Open(restored);
        await using var again = new PostgresJournal(target, NullLogger<PostgresJournal>.Instance);
        await again.Open();
        await ShouldGoOn(again, before);
    }

    private static async Task<IReadOnlyList<JournalEntry>> Fill(IJournal journal)
    {
        await Task.WhenAll(Enumerable.Range(10, 100).Select(home => journal.Append(Appends.Of(HomeRequests.Home(home), 0, count: 3))));
        await journal.SaveSnapshots([new(HomeRequests.Home(10), SiteKind.CareHome, 3, 300, Appends.Wednesday, [1, 2])]);
        return await journal.ReadFrom(0, int.MaxValue);
    }

    private static async Task Write(IJournal journal, SiteKey site)
    {
        for (var version = 0; version < 200; version++)
        {
            await journal.Append(Appends.Of(site, version));
        }
    }

    private static async Task ShouldGoOn(IJournal restored, IReadOnlyList<JournalEntry> before)
    {
        var entries = await restored.ReadFrom(0, int.MaxValue);
        entries.Take(before.Count).ShouldBe(before);
        entries.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, entries.Count).Select(position => (long)position));
        (await restored.ReadSnapshot(HomeRequests.Home(10))).ShouldNotBeNull().State.ShouldBe([1, 2]);
        (await restored.Append(Appends.Of(HomeRequests.Home(10), 3))).Position.ShouldBe(entries.Count + 1);
    }
}
