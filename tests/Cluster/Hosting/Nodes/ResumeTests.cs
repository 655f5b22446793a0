using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>A screen that watched one node goes on at another, which need not be as far in the journal.</summary>
public sealed class ResumeTests(TwoNodes nodes) : IClassFixture<TwoNodes>, IAsyncLifetime
{
    private static int _localities;

    private readonly TwoNodes _nodes = nodes;
    private readonly string _here = $"here-{Interlocked.Increment(ref _localities)}";
    private SiteKey _home = null!;

    /// <summary>Where the journal stood, which the versions of a board are of.</summary>
    private long _before;

    public async ValueTask InitializeAsync()
    {
        _before = await _nodes.A.Journal.LastPosition();
        _home = await _nodes.A.CareHome("the-limes", locality: _here);
        await _nodes.A.CareHome("the-oaks", locality: _here);
        await _nodes.Show(_before + 4, _here);
    }

    public ValueTask DisposeAsync()
    {
        _nodes.JournalOfB.Release();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task GivenScreenOfOneNode_WhenItComesToAnother_ThenOnlyWhatChangedSinceAndItShowsTheSameBoard()
    {
        var lost = await LostAt(_before + 4);
        (await _nodes.A.Declare(_home, 10, 9)).ThenAccepted();
        await _nodes.Show(_before + 5, _here);

        await using var back = await _nodes.B.Watch(_here, lost.Copy);

        var answer = back.Answers.ShouldHaveSingleItem();
        (answer.From, answer.Version, answer.Rows.Single().Site).ShouldBe((_before + 4, _before + 5, _home));
        back.Copy.ShouldShow(await _nodes.A.ReadBoard(_here));
        (await _nodes.A.Declare(_home, 10, 8)).ThenAccepted();
        await back.Until(shown => shown.Copy.Version == _before + 6, "what is recorded on the first node");
        back.Copy.ShouldShow(await _nodes.A.ReadBoard(_here));
    }

    [Fact]
    public async Task GivenNodeThatIsALittleBehind_WhenAScreenComesThatIsAhead_ThenAnsweredOnceItHasCaughtUp()
    {
        _nodes.JournalOfB.Hold();
        (await _nodes.A.Declare(_home, 10, 9)).ThenAccepted();
        var lost = await LostAt(_before + 5);

        var coming = _nodes.B.Watch(_here, lost.Copy);
        _nodes.JournalOfB.Release();

        await using var back = await coming;
        back.Answers.ShouldAllBe(answer => answer.From == _before + 5 && answer.Version == _before + 5);
        back.Copy.ShouldShow(await _nodes.A.ReadBoard(_here));
    }

    [Fact]
    public async Task GivenNodeThatStaysBehind_WhenAScreenComesThatIsAhead_ThenSentAwayAndNeverShownTheOlderBoard()
    {
        _nodes.JournalOfB.Hold();
        (await _nodes.A.Declare(_home, 10, 9)).ThenAccepted();
        var lost = await LostAt(_before + 5);
        await using var back = await _nodes.B.Watch(_here);

        var sentAway = await Should.ThrowAsync<Exception>(() => back.Call(nameof(BoardHub.Watch), _here, _before + 5, lost.Copy.At));

        // A node that has been behind for two seconds cuts its screens off as well, which may be before it has answered.
        (back.Closed.IsCompleted || sentAway is HubException && sentAway.Message.Contains("behind what", StringComparison.Ordinal)).ShouldBeTrue($"{sentAway}");
        back.Pushes.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenJournalRestoredFromAnOlderBackup_WhenAScreenComesWithALaterVersion_ThenTheWholeBoard()
    {
        await using var screen = await _nodes.B.Watch(_here);

        var answer = (await screen.Call(nameof(BoardHub.Watch), _here, _before + 50, _nodes.B.Clock.GetUtcNow())).ShouldNotBeNull();

        (answer.From, answer.Version, answer.Rows.Length).ShouldBe((0, _before + 4, 2));
    }

    /// <summary>A screen that showed a version of A's board when it lost its connection.</summary>
    private async Task<Screen> LostAt(long version)
    {
        var lost = await _nodes.A.ScreenShowing(version, _here);
        await lost.DisposeAsync();
        return lost;
    }
}
