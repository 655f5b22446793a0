using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Projections;

/// <summary>A node may start anywhere in the journal, from whatever snapshots there are: it knows the same as one that has read everything.</summary>
public sealed class SiteReplayLaws
{
    [Fact]
    public void GivenAnyHistory_WhenANodeStartsAnywhereInIt_ThenItsBoardIsThatOfOneThatReadAll() => Law.HoldsForAll(LocalityActs.Any, async acts =>
    {
        var given = acts.Play((_, _) => { });
        var whole = new LocalityBoard("stockport", given.Policies).FoldAll(given.Entries);
        foreach (var between in (int[])[1, 4, 1000])
        {
            var replay = new SiteReplay(await PastBoards.Recorded(given.Entries, between));
            foreach (var position in Enumerable.Range(0, given.Entries.Count + 1).Where(position => position % 3 == 0 || position == given.Entries.Count))
            {
                var started = await Started(replay, given, position);
                started.AsOf(given.Now).ShouldEqual(whole.AsOf(given.Now));
            }
        }
    });

    [Fact]
    public void GivenAnyHistory_WhenALocalitysEntriesAreReadFromAnywhere_ThenEachWithItsSiteBeforeAndAfter() => Law.HoldsForAll(LocalityActs.Any, async acts =>
    {
        var given = acts.Play((_, _) => { });
        var replay = new SiteReplay(await PastBoards.Recorded(given.Entries));
        var sites = new SiteStates();
        var all = given.Entries.ConvertAll(sites.Fold);

        for (var position = 0; position <= all.Count; position += 5)
        {
            var read = new List<FoldedEntry>();
            await foreach (var folded in replay.After("stockport", position, default))
            {
                read.Add(folded);
            }

            read.ConvertAll(Text).ShouldBe(all[position..].ConvertAll(Text));
        }
    });

    private static async Task<LocalityBoard> Started(SiteReplay replay, GivenBoard given, int position)
    {
        var (board, sites) = (new LocalityBoard("stockport", given.Policies), new SiteStates());
        var begun = await replay.At("stockport", PastPoint.AtVersion(position), default);
        begun.Entries.ShouldBe(position);
        foreach (var site in begun.Sites)
        {
            sites.Begin(site.Site);
            board.Begin(site);
        }

        foreach (var entry in given.Entries.Skip(position))
        {
            board.Fold(sites.Fold(entry));
        }

        return board;
    }

    private static (long, string?, string?) Text(FoldedEntry folded) => (folded.Entry.Position, Text(folded.Before), Text(folded.After));

    private static string? Text(Site? site) => site is null ? null : DomainText.Of(site);
}
