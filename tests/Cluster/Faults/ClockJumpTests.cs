using System.Globalization;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>A server records something by a wrong clock, ends, and is started again by the right one.</summary>
public sealed class ClockJumpTests
{
    private static readonly SiteKey Home = SiteKey.Of(ApiUser.Locality, "the-limes");

    [Theory]
    [InlineData(7200)]
    [InlineData(120)]
    [InlineData(-120)]
    [InlineData(-7200)]
    public async Task GivenServerWhoseClockWasWrong_WhenItIsRight_ThenTheSiteGoesOnAndItsHeldBedIsHeld(int secondsAhead)
    {
        using var folder = new TemporaryFolder();
        var program = ServerProgram.Web("--data", folder.FullPath);
        await using (var wrong = await Start(program.With("LD_PRELOAD", Library()).With("FAKETIME", secondsAhead.ToString("+0;-0", CultureInfo.InvariantCulture) + "s")))
        {
            await MachineKey.Give(folder.FullPath, connectionString: null);
            var before = new ApiUser(MachineKey.Client(wrong.Address));
            (await before.Register(SiteKind.CareHome, Home)).ThenAccepted();
            (await before.Declare(Home, total: 10, occupied: 9)).ThenAccepted();
            (await before.Say(SiteKind.CareHome, Home, new PlaceHold(BedType.GeneralNursing, "SH1", Until: TimeProvider.System.GetUtcNow().AddHours(6)), "held")).ThenAccepted();
            await wrong.Stop();
        }

        await using var right = await Start(program);
        using var http = MachineKey.Client(right.Address);
        var user = new ApiUser(http);

        (await user.Say(SiteKind.CareHome, Home, new PlaceHold(BedType.GeneralNursing, "SH2"))).ThenRefused(409, "no-vacancy");
        (await user.Declare(Home, total: 10, occupied: 8)).ThenAccepted();
        await Deadline.Until(async () => await Available(user) == 1, "the board shows the bed that is free, and not the one that is held");
        (await user.Say(SiteKind.CareHome, Home, new AdmitOnHold("held"))).ThenAccepted();
        await right.Stop();
    }

    /// <summary>What the command faketime loads into a program. The command itself stands between it and its signals.</summary>
    private static string Library() => Directory.GetDirectories("/usr/lib")
        .Select(architecture => Path.Combine(architecture, "faketime", "libfaketime.so.1"))
        .First(File.Exists);

    private static Task<ServerProcess> Start(ServerProgram program) => ServerProcess.Start(program).Within("the server is ready");

    private static async Task<int?> Available(ApiUser user) => (await user.ReadBoard()).Rows.Single().Lines.Single().Available;
}
