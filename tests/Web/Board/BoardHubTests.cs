using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Board;

/// <summary>What screens are told, over real sockets.</summary>
public sealed class BoardHubTests(TestBoard board) : IClassFixture<TestBoard>, IAsyncLifetime
{
    private static int _localities;

    private readonly TestBoard _board = board;
    private readonly string _here = $"here-{Interlocked.Increment(ref _localities)}";

    /// <summary>Where the journal stood, which the versions of a board are of.</summary>
    private long _before;

    public async ValueTask InitializeAsync() => _before = await _board.Journal.LastPosition();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task GivenBoard_WhenWatched_ThenTheWholeBoard()
    {
        var home = await Home("the-limes");
        await using var before = await _board.ScreenShowing(_before + 2, _here);

        await using var screen = await _board.Watch(_here);

        var answer = screen.Answers.ShouldHaveSingleItem();
        (answer.Locality, answer.From, answer.Version).ShouldBe((_here, 0L, _before + 2));
        answer.Rows.ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Available.ShouldBe(4);
    }

    [Fact]
    public async Task GivenScreen_WhenSitesChange_ThenEachChangeFollowsOnAndTheScreenShowsTheBoard()
    {
        var homes = new[] { await Home("the-limes"), await Home("the-oaks") };
        await using var screen = await _board.ScreenShowing(_before + 4, _here);

        for (var occupied = 1; occupied <= 8; occupied++)
        {
            (await _board.Declare(homes[occupied % 2], 10, occupied)).ThenAccepted();
        }

        await screen.Until(shown => shown.Copy.Version == _before + 12, "version 12");
        ShouldFollowOn(screen);
        screen.Copy.ShouldShow(await _board.ReadBoard(_here));
    }

    [Fact]
    public async Task GivenManyScreensThatComeAtAnyMoment_WhenSitesChange_ThenAllShowTheSame()
    {
        var home = await Home("the-limes");
        await using var first = await _board.ScreenShowing(_before + 2, _here);
        var changes = Parallel.ForAsync(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, _) => (await _board.Confirm(home)).ThenAccepted());
        var screens = new List<Screen>();
        for (var opened = 0; opened < 15; opened++)
        {
            screens.Add(await _board.Watch(_here));
        }

        await changes.Within("all is confirmed");
        foreach (var screen in screens)
        {
            await screen.Until(shown => shown.Copy.Version == _before + 62, "version 62");
            screen.Copy.ShouldShow(await _board.ReadBoard(_here));
            await screen.DisposeAsync();
        }
    }

    [Fact]
    public async Task GivenScreenThatLostItsConnection_WhenItComesBack_ThenOnlyWhatChangedSince()
    {
        var (home, other) = (await Home("the-limes"), await Home("the-oaks"));
        var lost = await _board.ScreenShowing(_before + 4, _here);
        await lost.DisposeAsync();
        (await _board.Declare(home, 10, 9)).ThenAccepted();
        await using var watching = await _board.ScreenShowing(_before + 5, _here);

        await using var back = await _board.Watch(_here, lost.Copy);

        var answer = back.Answers.ShouldHaveSingleItem();
        (answer.From, answer.Version, answer.Rows.Single().Site).ShouldBe((_before + 4, _before + 5, home));
        back.Copy.ShouldShow(await _board.ReadBoard(_here));
    }

    [Fact]
    public async Task GivenScreen_WhenTheServerStartsAnewOnItsData_ThenTheVersionGoesOnAndTheScreenResumes()
    {
        var (home, other) = (await Home("the-limes"), await Home("the-oaks"));
        var lost = await _board.ScreenShowing(_before + 4, _here);
        await _board.Restart();
        await using var watching = await _board.Watch(_here, lost.Copy);
        watching.Answers.Single().Rows.ShouldBeEmpty();
        watching.Answers.Single().Version.ShouldBe(_before + 4);

        (await _board.Declare(home, 10, 9)).ThenAccepted();

        await watching.Until(shown => shown.Copy.Version == _before + 5, "version 5");
        (watching.Pushes.Single().From, watching.Pushes.Single().Rows.Single().Site).ShouldBe((_before + 4, home));
        watching.Copy.ShouldShow(await _board.ReadBoard(_here));
        await lost.DisposeAsync();
    }

    [Fact]
    public async Task GivenServerThatHasJustStarted_WhenWatchedAtOnce_ThenTheWholeBoardAndNeverAnEmptyOne()
    {
        var home = await Home("the-limes");
        for (var start = 0; start < 5; start++)
        {
            await _board.Restart();
            await using var screen = await _board.Watch(_here);
            screen.Answers.Single().Rows.Single().Site.ShouldBe(home);
            screen.Answers.Single().Version.ShouldBe(_before + 2);
        }
    }

    [Fact]
    public async Task GivenNoSuchLocality_WhenWatched_ThenSaysSo()
    {
        await using var screen = await TheLimes();

        var failure = await Should.ThrowAsync<HubException>(() => screen.Call(nameof(BoardHub.Watch), "atlantis", null, null));

        failure.Message.ShouldContain("There is no locality 'atlantis' on the board.");
        (await Should.ThrowAsync<HubException>(() => screen.Call(nameof(BoardHub.Watch), null, null, null))).Message.ShouldContain("There is no locality");
    }

    [Fact]
    public async Task GivenScreenThatLeft_WhenSitesChange_ThenItIsToldNothing()
    {
        var home = await Home("the-limes");
        await using var watching = await _board.ScreenShowing(_before + 2, _here);
        await using var left = await _board.Watch(_here);
        await left.Call(nameof(BoardHub.Leave), _here);

        (await _board.Declare(home, 10, 9)).ThenAccepted();

        await watching.Until(shown => shown.Copy.Version == _before + 3, "version 3");
        await left.Call(nameof(BoardHub.Leave), _here);
        left.Pushes.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenScreenOfOneLocality_WhenAnotherChanges_ThenItIsToldNothing()
    {
        await using var screen = await TheLimes();
        var elsewhere = SiteKey.Of("salford", "the-elms");
        (await _board.Register(SiteKind.CareHome, elsewhere)).ThenAccepted();
        (await _board.Declare(elsewhere, 5, 5)).ThenAccepted();
        await using var other = await _board.ScreenShowing(_before + 4, "salford");

        screen.Pushes.ShouldAllBe(push => push.Locality == _here && push.Version <= _before + 2);
        other.Copy.Rows.Keys.ShouldBe([elsewhere.Value]);
    }

    [Fact]
    public async Task GivenScreenAndScreenThatLostItsConnection_WhenASiteCloses_ThenBothShowItNoMoreUntilItReopens()
    {
        var (home, other) = (await Home("the-limes"), await Home("the-oaks"));
        var lost = await _board.ScreenShowing(_before + 4, _here);
        await lost.DisposeAsync();
        await using var screen = await _board.ScreenShowing(_before + 4, _here);

        (await _board.Say(SiteKind.CareHome, home, new CloseSite("Home sold"))).ThenAccepted();

        await screen.Until(shown => shown.Copy.Version == _before + 5, "version 5");
        await using var back = await _board.Watch(_here, lost.Copy);
        foreach (var shown in new[] { screen, back })
        {
            shown.Copy.Rows.Keys.ShouldBe([other.Value]);
            shown.Copy.ShouldShow(await _board.ReadBoard(_here));
        }

        (await _board.Say(SiteKind.CareHome, home, new ReopenSite())).ThenAccepted();
        await back.Until(shown => shown.Copy.Rows.Count == 2, "both homes");
        back.Copy.ShouldShow(await _board.ReadBoard(_here));
    }

    [Fact]
    public async Task GivenHold_WhenItRunsOut_ThenScreensAreToldWithoutAnyEvent()
    {
        var home = await Home("the-limes");
        (await _board.Hold(home, "S-1", until: DateTimeOffset.UnixEpoch)).ThenRefused(422, "invalid", "until");
        (await _board.Hold(home, "S-1", until: _board.Clock.GetUtcNow().AddSeconds(3))).ThenAccepted();
        await using var screen = await _board.ScreenShowing(_before + 3, _here);

        await screen.Until(shown => shown.Pushes.Any(push => push.From == push.Version && push.Rows[0].Lines[0].Held == 0), "the bed is free again");

        screen.Copy.Version.ShouldBe(_before + 3);
        screen.Copy.ShouldShow(await _board.ReadBoard(_here));
    }

    [Fact]
    public async Task GivenPolicy_WhenItBeginsToApply_ThenScreensAreToldWithoutAnyEventAndAgainWhenItIsReplaced()
    {
        var home = await Home("the-limes");
        await using var screen = await _board.ScreenShowing(_before + 2, _here);
        var policies = _board.Services.GetRequiredService<LocalityPolicies>();
        var (soon, later) = (new LocalityPolicy { LongStayMidnights = 5 }, new LocalityPolicy { LongStayMidnights = 6 });

        policies.Set([new(_here, _board.Clock.GetUtcNow().AddSeconds(2), soon)]);
        await screen.Until(shown => shown.Pushes.Any(push => push.Policy == soon && push.Rows.Any(row => row.Site == home)), "the policy applies");

        policies.Set([new(_here, _board.Clock.GetUtcNow(), later)]);
        await screen.Until(shown => shown.Pushes.Any(push => push.Policy == later), "the next policy applies");

        screen.Copy.Version.ShouldBe(_before + 2);
        screen.Copy.ShouldShow(await _board.ReadBoard(_here));
    }

    private Task<SiteKey> Home(string name) => _board.CareHome(name, locality: _here);

    /// <summary>A screen of one home.</summary>
    private async Task<Screen> TheLimes()
    {
        await Home("the-limes");
        return await _board.ScreenShowing(_before + 2, _here);
    }

    internal static void ShouldFollowOn(Screen screen)
    {
        screen.Answers.Count.ShouldBe(1, "there was no gap to ask about");
        screen.Pushes.Zip(screen.Pushes.Skip(1)).ShouldAllBe(pair => pair.Second.From == pair.First.Version);
    }
}
