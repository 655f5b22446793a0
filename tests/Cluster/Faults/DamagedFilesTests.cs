using CapacityBoard.Hosting;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Faults;

/// <summary>A server whose files were damaged does not run: it says which file it is, and ends with 1.</summary>
public sealed class DamagedFilesTests(DamagedFilesTests.Recorded recorded) : IClassFixture<DamagedFilesTests.Recorded>, IAsyncLifetime
{
    private const int Page = 4096;

    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.PathOf("data");

    /// <summary>A copy of its own of files with something in them.</summary>
    public async ValueTask InitializeAsync() => await LocalProgram.Run(insteadOfSuperuser: null, "cp", "--archive", recorded.DataFolder, Data);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public Task GivenJournalCutShort_WhenAServerStarts_ThenItSaysSo() => Damaged("journal.db", bytes => bytes[..^3000]);

    [Theory]
    [InlineData("journal.db")]
    [InlineData("access.db")]
    public Task GivenFileThatIsNoDatabase_WhenAServerStarts_ThenItSaysSo(string file) =>
        Damaged(file, _ => [.. "Beds, 12 of 40"u8, .. new byte[Page]]);

    [Fact]
    public Task GivenJournalWithPagesOverwritten_WhenAServerStarts_ThenItSaysSo() => Damaged("journal.db", bytes =>
    {
        bytes.AsSpan(Page).Fill(0xA5);
        return bytes;
    });

    /// <summary>What was recorded and is not there any more, or not as it was, is never passed over in silence.</summary>
    [Theory]
    [InlineData("DELETE FROM journal WHERE position = 70", "entry 70 is missing: entry 71 follows 69")]
    [InlineData("DELETE FROM journal WHERE position = 80", "its last entry is 79, but 80 were recorded: 1 are missing")]
    [InlineData("UPDATE journal SET data = replace(data, '\"occupied\":6', '\"occupied\":5') WHERE position = 70", "entry 70, or the one before it, is not as it was recorded")]
    [InlineData("UPDATE journal SET by = 'Nobody' WHERE position = 80", "entry 80, or the one before it, is not as it was recorded")]
    [InlineData("UPDATE journal SET hash = NULL WHERE position = 80", "entry 80 has no hash, although the one before it has")]
    public async Task GivenEntriesThatAreNotThoseRecorded_WhenAServerStarts_ThenItSaysWhich(string change, string problem)
    {
        using (var connection = Open(PathOf("journal.db")))
        {
            connection.Ask(change);
        }

        (await Start()).ShouldBe(DamagedJournal(problem));
        (await CommandLine.Run(["check-journal", "--of", Data])).ShouldBe(1);
    }

    /// <summary>The server was killed, so that its last entries are in the log beside the journal.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenLogBesideTheJournalThatIsLostOrDamaged_WhenAServerStarts_ThenItSaysHowManyEntriesAreMissing(bool lost)
    {
        var log = PathOf("journal.db-wal");
        await using (var server = await ServerProcess.Start(ServerProgram.Web("--data", Data)))
        {
            await MachineKey.Give(Data, connectionString: null);
            using var http = MachineKey.Client(server.Address);
            var user = new ApiUser(http);
            for (var number = 0; number < 20; number++)
            {
                (await user.Confirm(SiteKey.Of(ApiUser.Locality, "home-1"))).ThenAccepted();
            }

            await server.Kill();
        }

        var bytes = File.ReadAllBytes(log);
        bytes.Length.ShouldBeGreaterThan(0);
        bytes.AsSpan(bytes.Length / 2, 100).Fill(0xA5);
        File.Delete(log);
        File.Delete(PathOf("journal.db-shm"));
        if (!lost)
        {
            File.WriteAllBytes(log, bytes);
        }

        (await Start()).ShouldMatch("is damaged: its last entry is [0-9]+, but 100 were recorded: [0-9]+ are missing");
    }

    private static string DamagedFile(string path) => $"The file {path} is damaged or is not a SQLite database. Restore the last backup, then start again.";

    private string DamagedJournal(string problem) =>
        $"The journal {PathOf("journal.db")} is damaged: {problem}. The server did not start. Restore the last backup with ./run restore. To check the whole journal, use ./run check-journal.";

    private string PathOf(string file) => Path.Combine(Data, file);

    /// <summary>What a server says that does not start.</summary>
    private async Task<string> Start()
    {
        var (code, said) = await ProgramRun.ToItsEnd(ServerProgram.Web() with { Arguments = ["--urls", "http://127.0.0.1:0", "--data", Data, "--no-demo"] });
        code.ShouldBe(1);
        return said.ShouldBeOneSentence();
    }

    private async Task Damaged(string file, Func<byte[], byte[]> damage)
    {
        var path = PathOf(file);
        CarryOver(path);
        File.WriteAllBytes(path, damage(File.ReadAllBytes(path)));

        (await Start()).ShouldBe(DamagedFile(path));
    }

    /// <summary>Takes what stands in the log beside a file into the file: SQLite would mend from the log what is damaged here.</summary>
    private static void CarryOver(string path)
    {
        using var connection = Open(path);
        connection.Ask("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The files of a server that was stopped.</summary>
    public sealed class Recorded : IAsyncLifetime
    {
        private readonly TestBoard _board = new();

        public string DataFolder => _board.DataFolder;

        public async ValueTask InitializeAsync()
        {
            await _board.InitializeAsync();
            for (var number = 0; number < 40; number++)
            {
                await _board.CareHome($"home-{number}");
            }

            await _board.Stop();
        }

        public ValueTask DisposeAsync() => _board.DisposeAsync();
    }
}
