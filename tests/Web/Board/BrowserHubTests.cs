using CapacityBoard.Api;
using CapacityBoard.Processes;
using CapacityBoard.Screens;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using MessagePack;

namespace CapacityBoard.Board;

/// <summary>The hub over the protocol that browsers speak.</summary>
public sealed class BrowserHubTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const int Completion = 3;
    private const int Error = 1;
    private const int Result = 3;

    private static int _localities;

    [Theory]
    [InlineData("yesterday", null)]
    [InlineData(1L, "yesterday")]
    [InlineData(1L, long.MaxValue)]
    [InlineData(1L, long.MinValue)]
    public async Task GivenArgumentsThatAreNone_WhenWatched_ThenRefusedAndTheConnectionGoesOn(object version, object? at)
    {
        var home = SiteKey.Of($"browsers-{Interlocked.Increment(ref _localities)}", "the-limes");
        (await board.Register(SiteKind.CareHome, home)).ThenAccepted();
        await board.OnTheBoard(home);
        await using var browser = new HubSocket(board.Address);
        await browser.Open(ProgramPaths.Hub, MachineKey.Header.ToString());

        await browser.Invoke(nameof(BoardHub.Watch), home.Locality, version, at);
        (await Answer(browser))[3].ShouldBe((byte)Error);

        await browser.Invoke(nameof(BoardHub.Watch), home.Locality, null, null);
        var answer = await Answer(browser);
        answer[3].ShouldBe((byte)Result);
        ((object[])answer[4])[0].ShouldBe(home.Locality);
    }

    private static async Task<object[]> Answer(HubSocket browser)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await browser.Receive().WaitAsync(limit.Token))
        {
            while (browser.TryTake(out var message))
            {
                var read = MessagePackSerializer.Deserialize<object[]>(message);
                if (read[0].Equals((byte)Completion))
                {
                    return read;
                }
            }
        }

        throw new InvalidOperationException("The connection ended.");
    }
}
