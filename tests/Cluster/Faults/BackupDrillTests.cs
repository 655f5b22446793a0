using CapacityBoard.Board;
using CapacityBoard.Hosting;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>The drill of docs/operations.md: a backup of a server that runs, the loss of its folder, and the way back.</summary>
public sealed class BackupDrillTests : IDisposable
{
    private static readonly SiteKey Home = SiteKey.Of(ApiUser.Locality, "the-limes");

    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.PathOf("data");

    private string Backup => _folder.PathOf("backup");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenBackupOfAServerThatRuns_WhenItsFolderIsLost_ThenTheRestoredOneHasBoardAccountsAndKeysOfThen()
    {
        BoardUpdate then;
        await using (var server = await ServerProcess.Start(ServerProgram.Web("--data", Data)))
        {
            await MachineKey.Give(Data, connectionString: null);
            using var http = MachineKey.Client(server.Address);
            var user = new ApiUser(http);
            await user.CareHome(Home.Name, total: 10, occupied: 6);
            await Deadline.Until(async () => (await user.Get($"/api/localities/{ApiUser.Locality}/board")).Status == 200, "the locality is on the board");
            then = await user.ReadBoard();

            (await CommandLine.Run(["backup", "--data", Data, "--to", Backup])).ShouldBe(0);
            (await CommandLine.Run(["check-journal", "--of", Data])).ShouldBe(0);

            (await user.Declare(Home, 10, 9)).ThenAccepted();
            await server.Kill();
        }

        Directory.Delete(Data, recursive: true);
        (await CommandLine.Run(["restore", "--from", Backup, "--data", Data])).ShouldBe(0);

        await using var restored = await ServerProcess.Start(ServerProgram.Web("--data", Data));
        using var again = MachineKey.Client(restored.Address);
        var board = await new ApiUser(again).ReadBoard();
        (board.Version, board.Rows.Single().Lines.Single().Available).ShouldBe((then.Version, 4));
        (await new ApiUser(again).Declare(Home, 10, 8)).ThenAccepted();
    }

    [Fact]
    public async Task GivenFolderThatIsNotEmpty_WhenBackedUpOrRestoredInto_ThenRefusedAndNothingIsOverwritten()
    {
        await using (var server = await ServerProcess.Start(ServerProgram.Web("--data", Data)))
        {
            await server.Stop();
        }

        Directory.CreateDirectory(Backup);
        File.WriteAllText(Path.Combine(Backup, "journal.db"), "mine");

        (await CommandLine.Run(["backup", "--data", Data, "--to", Backup])).ShouldBe(1);
        (await CommandLine.Run(["restore", "--from", Data, "--data", Backup])).ShouldBe(1);
        (await CommandLine.Run(["backup", "--data", _folder.PathOf("none"), "--to", _folder.PathOf("other")])).ShouldBe(1);

        File.ReadAllText(Path.Combine(Backup, "journal.db")).ShouldBe("mine");
    }
}
