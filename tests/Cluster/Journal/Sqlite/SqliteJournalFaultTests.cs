using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>What the SQLite journal does when its disk, its file or its server is not as it should be.</summary>
public sealed class SqliteJournalFaultTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private SqliteConnection? _recording;

    public SqliteJournalFaultTests() => _folder = DataFolder.Open(_temporary.FullPath);

    public void Dispose()
    {
        _folder.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task GivenOpenJournal_ThenEveryCommitIsSynchronisedToDisk()
    {
        await using var journal = Open();

        _recording!.Ask("PRAGMA synchronous").ShouldBe(2L);
        _recording!.Ask("PRAGMA journal_mode").ShouldBe("wal");
        _recording!.Ask("PRAGMA user_version").ShouldBe((long)SqliteSchema.Newest);
    }

    [Fact]
    public async Task GivenFullDisk_WhenAppended_ThenSaysSoLosesNothingAcknowledgedAndGoesOnOnceThereIsSpace()
    {
        await using var journal = Open();
        _recording!.Ask($"PRAGMA max_page_count = {(long)_recording!.Ask("PRAGMA page_count")! + 30}");

        var acknowledged = await FillUp(journal);

        acknowledged.ShouldNotBeEmpty();
        (await Operations(journal)).ShouldBe(acknowledged, ignoreOrder: true);

        _recording!.Ask("PRAGMA max_page_count = 1000000");
        var result = await journal.Append(Large(HomeRequests.Home(99), "after"));
        result.ShouldBe(new(AppendStatus.Appended, 3, await journal.LastPosition()));
        await journal.DisposeAsync();
        await using var reopened = Open();
        (await Operations(reopened)).ShouldBe([.. acknowledged, "after"], ignoreOrder: true);
    }

    [Fact]
    public async Task GivenAcceptedAppends_WhenDisposed_ThenTheyAreRecordedAndLaterOnesRefused()
    {
        var journal = Open();
        var accepted = Enumerable.Range(1, 300).Select(home => journal.Append(Large(HomeRequests.Home(home), "accepted"))).ToList();

        await journal.DisposeAsync();

        (await Task.WhenAll(accepted)).ShouldAllBe(result => result.Status == AppendStatus.Appended);
        var late = await Should.ThrowAsync<JournalUnavailableException>(() => journal.Append(Large(HomeRequests.Home(1), "late")));
        late.Message.ShouldBe("The server is stopping. Nothing was saved. Send it again when the server is running.");
        await using var reopened = Open();
        (await reopened.LastPosition()).ShouldBe(900);
    }

    [Fact]
    public async Task GivenSomebodyWaits_WhenDisposed_ThenTheWaitEnds()
    {
        var journal = Open();
        var wait = journal.WaitBeyond(0, CancellationToken.None);

        await journal.DisposeAsync();

        await Should.ThrowAsync<JournalUnavailableException>(() => wait.Within("the wait ends with the journal"));
    }

    [Fact]
    public async Task GivenFileOfNewerVersion_WhenOpened_ThenRefusedAndLeftAsItWas()
    {
        await using (Open())
        {
            _recording!.Ask("PRAGMA user_version = 99");
        }

        Should.Throw<JournalUnavailableException>(Open).Message.ShouldBe(
            $"The journal {_folder.PathOf("journal.db")} has schema 99, written by a newer version of CapacityBoard; this one knows {SqliteSchema.Newest}. "
            + "Run the newer version, or choose another folder with --data.");
        using var file = SqliteConnections.OpenReadOnly(_folder.PathOf("journal.db"));
        file.Ask("PRAGMA user_version").ShouldBe(99L);
    }

    [Fact]
    public void GivenSomethingElseInTheFile_WhenOpened_ThenSaysWhatToDo()
    {
        File.WriteAllText(_folder.PathOf("journal.db"), new string('x', 8192));

        Should.Throw<JournalUnavailableException>(Open).Message.ShouldBe(
            $"The file {_folder.PathOf("journal.db")} is damaged or is not a SQLite database. Restore the last backup, then start again.");
    }

    private SqliteJournal Open() => SqliteJournal.Open(_folder, NullLogger<SqliteJournal>.Instance, connection => _recording = connection);

    /// <summary>Appends, several at once, until each sender has been told that the disk is full; answers what was acknowledged.</summary>
    private static async Task<IReadOnlyList<string>> FillUp(SqliteJournal journal)
    {
        var senders = Enumerable.Range(1, 8).Select(async sender =>
        {
            var acknowledged = new List<string>();
            var full = await Should.ThrowAsync<JournalUnavailableException>(async () =>
            {
                for (var number = 1; ; number++)
                {
                    var operation = $"{sender}-{number}";
                    await journal.Append(Large(SiteKey.Of("stockport", $"home-{operation}"), operation));
                    acknowledged.Add(operation);
                }
            });
            full.Message.ShouldMatch("^The disk that holds .*journal.db is full. Nothing was saved. Free some space, then send it again.$");
            return acknowledged;
        });
        return [.. (await Task.WhenAll(senders).Within("the disk is full")).SelectMany(each => each)];
    }

    /// <summary>The operations of which all three events are recorded; fails where some are recorded in part.</summary>
    private static async Task<IEnumerable<string>> Operations(SqliteJournal journal)
    {
        var operations = (await journal.ReadFrom(0, int.MaxValue)).GroupBy(entry => entry.Operation).ToList();
        operations.ShouldAllBe(operation => operation.Count() == 3);
        return operations.Select(operation => operation.Key);
    }

    private static Append Large(SiteKey site, string operation)
    {
        SiteEvent happened = new BedsClosed(HomeRequests.Type, 1, new string('r', 400));
        return new(site, 0, DateTimeOffset.UnixEpoch, "The Limes", operation, [happened, happened, happened]);
    }
}
