using System.Runtime.Versioning;
using CapacityBoard.Faults;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal;

/// <summary>Nobody but the user that the program runs as can read a data folder, whatever the umask.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly TemporaryFolder _folder = new();

    public PrivateFolderTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");

    private string Data => _folder.PathOf("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenUmaskThatHidesNothing_WhenAServerHasRun_ThenItsFolderAndFilesAreItsUsersAlone()
    {
        await using (await ServerProcess.Start(WithoutUmask(ServerProgram.Web("--data", Data))).Within("the server is ready"))
        {
            ThenPrivate();
        }

        ThenPrivate();
    }

    [Fact]
    public async Task GivenUmaskThatHidesNothing_WhenAKeyIsMadeBeforeTheFirstStart_ThenTheFolderIsPrivateToo()
    {
        string[] errand = ["create-key", "--name", "pas", "--role", "viewer", "--scope", "stockport", "--data", Data];

        (await ProgramRun.ToItsEnd(WithoutUmask(ServerProgram.Web()) with { Arguments = errand })).ShouldBe((0, ""));

        ThenPrivate();
    }

    [Fact]
    public async Task GivenFolderOfAnEarlierVersionThatAllCouldRead_WhenTheServerStarts_ThenItIsClosedAndSaidOnce()
    {
        using var log = new CapturedLog();
        await using var board = new TestBoard { Configure = builder => builder.Logging.AddProvider(log) };
        await board.InitializeAsync();
        log.Text.ShouldNotContain("could read");
        await board.Stop();
        foreach (var entry in Entries(board.DataFolder))
        {
            System.IO.File.SetUnixFileMode(entry, System.IO.File.GetUnixFileMode(entry) | Others);
        }

        await board.InitializeAsync();

        log.Text.ShouldContain($"Other users of this machine could read {board.DataFolder}; now only this user can.");
        foreach (var entry in Entries(board.DataFolder))
        {
            (System.IO.File.GetUnixFileMode(entry) & Others).ShouldBe(default, entry);
        }
    }

    [Fact]
    public void GivenFolderThatAllUsersShare_WhenOpened_ThenRefusedAndItsRightsStay()
    {
        const UnixFileMode shared = Folder | Others | UnixFileMode.OtherWrite | UnixFileMode.StickyBit;
        Directory.CreateDirectory(Data);
        System.IO.File.SetUnixFileMode(Data, shared);

        Should.Throw<JournalUnavailableException>(() => DataFolder.Open(Data)).Message.ShouldContain("is shared by all users of this machine");

        System.IO.File.GetUnixFileMode(Data).ShouldBe(shared);
    }

    private void ThenPrivate()
    {
        var entries = Entries(Data).ToList();
        entries.ShouldContain(Path.Combine(Data, "access.db"));
        entries.ShouldAllBe(entry => System.IO.File.GetUnixFileMode(entry) == (Directory.Exists(entry) ? Folder : File));
    }

    private static IEnumerable<string> Entries(string folder) => [folder, .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)];

    private static ServerProgram WithoutUmask(ServerProgram program) => program with { Command = ["sh", "-c", "umask 000; exec dotnet \"$@\"", "sh"] };
}
