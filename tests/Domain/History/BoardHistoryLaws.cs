using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.History;

/// <summary>What holds of the past of every board, after any history.</summary>
public sealed class BoardHistoryLaws
{
    [Fact]
    public void GivenAnyHistory_ThenEveryPushedBoardIsTheBoardOfItsVersion() => Law.HoldsForAll(LocalityActs.Any, async acts =>
    {
        var (given, pushed) = Play(acts);
        var history = await PastBoards.Of(given);

        foreach (var board in pushed)
        {
            (await history.AtVersion("stockport", board.Version, board.At, default))!.Board().ShouldEqual(board);
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenEveryPushedBoardIsTheBoardOfItsInstant() => Law.HoldsForAll(LocalityActs.Any, async acts =>
    {
        var (given, pushed) = Play(acts);
        var history = await PastBoards.Of(given);

        foreach (var board in pushed.Where(board => !given.Entries.Exists(entry => entry.Position > board.Version && entry.At <= board.At)))
        {
            (await history.At("stockport", board.At, default))!.Board().ShouldEqual(board);
        }
    });

    [Fact]
    public void GivenAnyHistoryByClocksThatDiffer_ThenTheBoardOfAnInstantIsAllThatWasDecidedByThen() => Law.HoldsForAll(LocalityActs.Any, async acts =>
    {
        var (given, _) = Play(acts);
        var entries = given.Entries.ConvertAll(entry => entry with { At = entry.At + ClockDifference(entry.Site) });
        var history = await PastBoards.Of(entries, given.Policies);

        foreach (var at in entries.SelectMany(entry => new[] { entry.At.AddMilliseconds(-1), entry.At }).Distinct())
        {
            var known = new LocalityBoard("stockport", given.Policies);
            known.FoldAll(entries.Where(entry => entry.At <= at));
            (await history.At("stockport", at, default))!.Board().ShouldEqual(known.AsOf(at));
        }
    });

    /// <summary>The boards that were pushed: but those by a policy that another was told to have been in force instead, afterwards.</summary>
    private static (GivenBoard Given, List<BoardUpdate> Pushed) Play(LocalityActs acts)
    {
        var pushed = new List<BoardUpdate>();
        var given = acts.Play((board, _) =>
        {
            if (board.Publish() is not null)
            {
                pushed.Add(board.Board.Whole());
            }
        });
        return (given, pushed.FindAll(board => board.Version > 0 && board.Policy == given.Policies.Of("stockport", board.At)));
    }

    private static TimeSpan ClockDifference(SiteKey site) =>
        site == GivenBoard.Home ? TimeSpan.FromMinutes(40) : site == GivenBoard.Ward ? TimeSpan.FromHours(-4) : TimeSpan.Zero;
}
