using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Board;

/// <summary>How often screens are told, and that none of them makes the others wait.</summary>
public sealed class PublisherTests
{
    private static readonly TimeSpan BetweenPushes = TimeSpan.FromMilliseconds(100);

    /// <summary>A timer may end a little early by the clock that stamps the pushes.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(20);

    /// <summary>A little less than the time after which the server gives up a connection that takes nothing in.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task GivenBurstOf500Commands_ThenAtMostTenPushesASecondThatFollowOn()
    {
        await using var board = await TestBoard.Start();
        var homes = new List<SiteKey>();
        for (var home = 1; home <= 10; home++)
        {
            homes.Add(await board.CareHome($"home-{home}"));
        }

        await using var screen = await board.ScreenShowing(20);
        await Parallel.ForAsync(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
            (await board.Declare(homes[number % 10], 20, number % 20)).ThenAccepted());

        await screen.Until(shown => shown.Copy.Version == 520, "version 520");
        BoardHubTests.ShouldFollowOn(screen);
        screen.Copy.ShouldShow(await board.ReadBoard());
        var times = screen.Pushes.Select(push => push.At).ToList();
        times.Zip(times.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First >= BetweenPushes - Tolerance);
        times.Zip(times.Skip(10)).ShouldAllBe(pair => pair.Second - pair.First >= 10 * BetweenPushes - Tolerance);
        screen.Pushes.Count.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task GivenScreenThatReadsNothing_WhenSitesChange_ThenTheOthersAreToldWithoutWaitingForIt()
    {
        await using var board = await TestBoard.Start();
        var home = await board.CareHome("the-limes");
        for (var other = 1; other <= 40; other++)
        {
            await board.CareHome($"home-{other}");
        }

        await using var watching = await board.ScreenShowing(82);
        await using var dead = await DeadScreen.Open(board.Address, TestBoard.Locality);
        await dead.AskUntilNothingMoves();

        for (var version = 83; version <= 85; version++)
        {
            (await board.Declare(home, 10, version % 10)).ThenAccepted();
            await watching.Until(shown => shown.Copy.Version == version, $"version {version}");
        }

        BoardHubTests.ShouldFollowOn(watching);
        var told = watching.Pushes.Where(push => push.Version > 82).Select(push => push.At - push.Rows.Single().Declared!.At).Max();
        told.ShouldBeLessThan(GivenUpAfter, "the screens were told only once the dead one was given up");
    }

    [Fact]
    public async Task GivenScreenThatVanished_WhenSitesChange_ThenTheOthersAreTold()
    {
        await using var board = await TestBoard.Start();
        var home = await board.CareHome("the-limes");
        await using var watching = await board.ScreenShowing(2);
        var vanished = await board.Watch();
        await vanished.DisposeAsync();

        (await board.Declare(home, 10, 9)).ThenAccepted();

        await watching.Until(shown => shown.Copy.Version == 3, "version 3");
    }
}
