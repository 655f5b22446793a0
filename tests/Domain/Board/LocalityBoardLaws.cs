using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace CapacityBoard.Board;

/// <summary>
/// What holds of every board after any history. The histories are the same at every run; a failure prints the
/// smallest that fails.
/// </summary>
public sealed class LocalityBoardLaws
{
    private const ulong Seed = 2018;
    private const ulong Gamma = 41; // Odd, as FsCheck's generator needs it.

    [Fact]
    public void GivenAnyHistory_WhenEveryPushIsFolded_ThenTheScreenShowsTheBoard() => HoldsForAll(history =>
    {
        var screen = new BoardCopy(asBrowser: true);
        var board = history.Play((given, _) => Push(given, screen));

        Push(board, screen);
        screen.ShouldShow(board.Board.AsOf(board.Now));
    });

    [Fact]
    public void GivenAnyHistory_WhenTheScreenLosesItsConnectionNowAndThen_ThenItShowsTheBoardAllTheSame() => HoldsForAll(history =>
    {
        var screen = new BoardCopy(asBrowser: true);
        var connected = false;
        var board = history.Play((given, act) =>
        {
            connected = act.B % 3 == 0 ? !connected : connected;
            if (connected && act.B % 3 == 0)
            {
                Resume(given, screen);
            }

            Push(given, connected ? screen : null);
        });

        Resume(board, screen);
        Push(board, screen);
        screen.ShouldShow(board.Board.AsOf(board.Now));
    });

    [Fact]
    public void GivenAnyHistory_WhenOwnPeopleComeAndGoElsewhereToo_ThenAScreenShowsThemAsTheBoardDoes() => HoldsForAll(history =>
    {
        var screen = new BoardCopy(asBrowser: true);
        var board = history.Play((given, act) =>
        {
            given.Board.FoldElsewhere(Elsewhere(act), given.Entries.Count);
            Push(given, screen);
            screen.ShouldShow(given.Board.AsOf(given.Now));
        });

        Push(board, screen);
        screen.ShouldShow(board.Board.AsOf(board.Now));
    });

    [Fact]
    public void GivenAnyHistory_WhenAPushIsLost_ThenTheNextDoesNotFollowOn() => HoldsForAll(history =>
    {
        var (screen, lost) = (new BoardCopy(asBrowser: true), false);
        var board = history.Play((given, act) =>
        {
            if (given.Publish() is not { } update)
            {
                return;
            }

            if (act.B % 4 == 0 && update.Version > update.From)
            {
                lost = true;
            }
            else if (!screen.Take(update))
            {
                lost.ShouldBeTrue();
                Resume(given, screen);
                lost = false;
            }
        });

        Resume(board, screen);
        Push(board, screen);
        screen.ShouldShow(board.Board.AsOf(board.Now));
    });

    [Fact]
    public void GivenAnyHistory_ThenWhatIsPublishedIsWhatTheBoardIsAsOfThatInstant() => HoldsForAll(history => history.Play((given, _) =>
    {
        var asOf = given.Board.AsOf(given.Now);
        given.Publish();
        BoardCopy.Of(given.Board.Whole()).ShouldShow(asOf);
    }));

    [Fact]
    public void GivenAnyHistory_ThenABoardFoldedAnewIsTheSame() => HoldsForAll(history =>
    {
        var board = history.Play((given, _) => given.Publish());

        var anew = new LocalityBoard("stockport", board.Policies);
        anew.FoldAll(board.Entries);

        BoardCopy.Of(anew.AsOf(board.Now)).ShouldShow(board.Board.AsOf(board.Now));
    });

    [Fact]
    public void GivenAnyHistory_ThenEveryPushFollowsOnFromTheOneBefore() => HoldsForAll(history =>
    {
        var last = 0L;
        history.Play((given, _) =>
        {
            if (given.Publish() is { } update)
            {
                update.From.ShouldBe(last);
                update.Version.ShouldBeGreaterThanOrEqualTo(last);
                last = update.Version;
            }
        });
    });

    /// <summary>A ward of another locality with some of this one's people on it.</summary>
    private static Site Elsewhere(BoardAct act)
    {
        var ward = Site.Empty(SiteKind.Ward, SiteKey.OfWard("trafford", "wythenshawe", $"f{act.A % 3}"));
        return ward with
        {
            Stays = new([.. Enumerable.Range(0, act.B % 4).Select(each => new Stay(
                $"T-{each}", $"{each}", Beds.BedType.Inpatient, AgeBand.NotKnown, GivenBoard.Start, GivenBoard.Start, each % 3 == 0 ? "trafford" : "stockport"))]),
        };
    }

    private static void Push(GivenBoard board, BoardCopy? screen)
    {
        if (board.Publish() is { } update)
        {
            screen?.Take(update).ShouldBeTrue("a push follows on");
        }
    }

    private static void Resume(GivenBoard board, BoardCopy screen) => screen.Take(board.Board.Since(screen.Version, screen.At)).ShouldBeTrue("an answer follows on");

    private static void HoldsForAll(Action<LocalityActs> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(120).WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new(new(Seed, Gamma), FSharpOption<int>.None))),
        Prop.ForAll(LocalityActs.Any, law));
}
