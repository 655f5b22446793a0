using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Projections;

namespace CapacityBoard.Support;

/// <summary>Histories built from a journal's entries in the way a node builds its boards' histories.</summary>
internal static class PastBoards
{
    public static Task<BoardHistory> Of(GivenBoard given, int entriesBetweenSnapshots = 4) => Of(given.Entries, given.Policies, entriesBetweenSnapshots);

    public static async Task<BoardHistory> Of(IReadOnlyList<JournalEntry> entries, LocalityPolicies policies, int entriesBetweenSnapshots = 4)
    {
        var history = new BoardHistory(new(await Recorded(entries, entriesBetweenSnapshots)), policies);
        var sites = new SiteStates();
        foreach (var entry in entries)
        {
            history.Fold(sites.Fold(entry));
        }

        return history;
    }

    /// <summary>A journal with the entries, and with a snapshot of each site at intervals.</summary>
    public static async Task<InMemoryJournal> Recorded(IReadOnlyList<JournalEntry> entries, int entriesBetweenSnapshots = 4)
    {
        var (journal, sites) = (new InMemoryJournal(), new SiteStates());
        foreach (var entry in entries)
        {
            journal.Take(entry);
            if (sites.Fold(entry).After is { } site && entry.Version % entriesBetweenSnapshots == 0)
            {
                await journal.SaveSnapshots([Snapshot.Of(site, entry.Position)]);
            }
        }

        return journal;
    }

    /// <summary>Asserts that two whole boards are equal, including their times.</summary>
    public static void ShouldEqual(this BoardUpdate board, BoardUpdate expected)
    {
        BoardCopy.Of(board).ShouldShow(expected);
        (board.Locality, board.From, board.At).ShouldBe((expected.Locality, expected.From, expected.At));
    }
}
