using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>A screen that watched one node goes on at another, which need not be as far in the journal.</summary>
public sealed class ResumeTests(Databases databases) : IAsyncLifetime
{
    private readonly TwoNodes _nodes = new(databases);
    private SiteKey _home = null!;

    public async ValueTask InitializeAsync()
    {
        await _nodes.InitializeAsync();
        _home = await _nodes.A.CareHome("the-limes");
        await _nodes.A.CareHome("the-oaks");
        await _nodes.Show(4);
    }

    public ValueTask DisposeAsync() => _nodes.DisposeAsync();

    [Fact]
    public async Task GivenScreenOfOneNode_WhenItComesToAnother_ThenOnlyWhatChangedSinceAndItShowsTheSameBoard()
    {
        var lost = await LostAt(4);
        (await _nodes.A.Declare(_home, 10, 9)).ThenAccepted();
        await _nodes.Show(5);

        await using var back = await _nodes.B.Watch(shown: lost.Copy);

        var answer = back.Answers.ShouldHaveSingleItem();
        (answer.From, answer.Version, answer.Rows.Single().Site).ShouldBe((4, 5, _home));
        back.Copy.ShouldShow(await _nodes.A.ReadBoard());
        (await _nodes.A.Declare(_home, 10, 8)).ThenAccepted();
        await back.Until(shown => shown.Copy.Version == 6, "what is recorded on the first node");
        back.Copy.ShouldShow(await _nodes.A.ReadBoard());
    }

    [Fact]
    public async Task GivenNodeThatIsALittleBehind_WhenAScreenComesThatIsAhead_ThenAnsweredOnceItHasCaughtUp()
    {
        _nodes.JournalOfB.Hold();
        (await _nodes.A.Declare(_home, 10, 9)).ThenAccepted();
        var lost = await LostAt(5);

        var coming = _nodes.B.Watch(shown: lost.Copy);
        _nodes.JournalOfB.Release();

        await using var back = await coming;
        back.Answers.ShouldAllBe(answer => answer.From == 5 && answer.Version == 5);
        back.Copy.ShouldShow(await _nodes.A.ReadBoard());
    }

    [Fact]
    public async Task GivenNodeThatStaysBehind_WhenAScreenComesThatIsAhead_ThenSentAwayAndNeverShownTheOlderBoard()
    {
        _nodes.JournalOfB.Hold();
        (await _nodes.A.Declare(_home, 10, 9)).ThenAccepted();
        var lost = await LostAt(5);
        await using var back = await _nodes.B.Watch();

        var sentAway = await Should.ThrowAsync<Exception>(() => back.Call(nameof(BoardHub.Watch), TestBoard.Locality, 5, lost.Copy.At));

        // A node that has been behind for two seconds cuts its screens off as well, which may be before it has answered.
        (back.Closed.IsCompleted || sentAway is HubException && sentAway.Message.Contains("behind what", StringComparison.Ordinal)).ShouldBeTrue($"{sentAway}");
        back.Pushes.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenJournalRestoredFromAnOlderBackup_WhenAScreenComesWithALaterVersion_ThenTheWholeBoard()
    {
        await using var screen = await _nodes.B.Watch();

        var answer = (await screen.Call(nameof(BoardHub.Watch), TestBoard.Locality, 50, _nodes.B.Clock.GetUtcNow())).ShouldNotBeNull();

        (answer.From, answer.Version, answer.Rows.Length).ShouldBe((0, 4, 2));
    }

    /// <summary>A screen that showed a version of A's board when it lost its connection.</summary>
    private async Task<Screen> LostAt(long version)
    {
        var lost = await _nodes.A.ScreenShowing(version);
        await lost.DisposeAsync();
        return lost;
    }
}
