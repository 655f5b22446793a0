using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Faults;

/// <summary>A server whose files were damaged does not run: it says which file it is, and ends with 1.</summary>
public sealed class DamagedFilesTests : IAsyncLifetime
{
    private const int Page = 4096;

    private readonly TestBoard _board = new();

    /// <summary>Files with something in them, of a server that was stopped.</summary>
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

    private async Task Damaged(string file, Func<byte[], byte[]> damage)
    {
        var path = Path.Combine(_board.DataFolder, file);
        CarryOver(path);
        File.WriteAllBytes(path, damage(File.ReadAllBytes(path)));

        var (code, said) = await ProgramRun.ToItsEnd(ServerProgram.Web() with { Arguments = ["--urls", "http://127.0.0.1:0", "--data", _board.DataFolder, "--no-demo"] });

        code.ShouldBe(1);
        said.ShouldBeOneSentence().ShouldBe($"The file {path} is damaged or is no SQLite database. Restore the last backup, then start again.");
    }

    /// <summary>Takes what stands in the log beside a file into the file: SQLite would mend from the log what is damaged here.</summary>
    private static void CarryOver(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        connection.Ask("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
