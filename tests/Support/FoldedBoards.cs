using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Projections;

namespace CapacityBoard.Support;

/// <summary>Boards folded from journal entries without a server.</summary>
internal static class FoldedBoards
{
    /// <summary>Folds entries that start with the journal's first.</summary>
    public static LocalityBoard FoldAll(this LocalityBoard board, IEnumerable<JournalEntry> entries)
    {
        var sites = new SiteStates();
        foreach (var entry in entries)
        {
            board.Fold(sites.Fold(entry));
        }

        return board;
    }
}
