using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Projections;

namespace CapacityBoard.Support;

/// <summary>Histories built from a journal's entries in the way a node builds its boards' histories.</summary>
internal static class PastBoards
{
    public static Task<BoardHistory> Of(GivenBoard given, int eventsBetweenStates = 4) => Of(given.Entries, given.Policies, eventsBetweenStates);

    public static async Task<BoardHistory> Of(IEnumerable<JournalEntry> entries, LocalityPolicies policies, int eventsBetweenStates = 4)
    {
        var journal = new InMemoryJournal();
        var history = new BoardHistory(journal, policies) { EventsBetweenStates = eventsBetweenStates };
        await Tell(history, journal, entries);
        return history;
    }

    /// <summary>Asserts that two whole boards are equal, including their times.</summary>
    public static void ShouldEqual(this BoardUpdate board, BoardUpdate expected)
    {
        BoardCopy.Of(board).ShouldShow(expected);
        (board.Locality, board.From, board.At).ShouldBe((expected.Locality, expected.From, expected.At));
    }

    private static async Task Tell(BoardHistory history, InMemoryJournal journal, IEnumerable<JournalEntry> entries)
    {
        var sites = new SiteStates();
        foreach (var entry in entries)
        {
            var append = new Append(entry.Site, entry.Version - 1, entry.At, entry.By, $"{entry.Position}", [entry.Event]);
            (await journal.Append(append)).Position.ShouldBe(entry.Position);
            history.Fold(sites.Fold(entry));
        }
    }
}
