using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Projections;

/// <summary>
/// What a node makes of the journal and keeps in memory. It holds nothing that another node, or this one started anew, could not make
/// again. <see cref="JournalFold"/> feeds it.
/// </summary>
public interface IProjection
{
    /// <summary>
    /// Takes in a site as it is at the start, in place of the entries that made it so. All sites come before the first entry, one at
    /// a time and in no order. Where the journal cannot be read meanwhile, they come again.
    /// </summary>
    /// <param name="began">The time of its first entry.</param>
    void Begin(PastSite site, DateTimeOffset began)
    {
    }

    /// <summary>
    /// Takes in one entry. Entries come one at a time in the journal's order, from the first after the start, each once. An exception
    /// ends the process: a projection that has missed an entry is wrong from then on.
    /// </summary>
    void Fold(FoldedEntry folded);

    /// <summary>Everything that the journal held at the start has been folded.</summary>
    void CatchUp()
    {
    }

    /// <summary>The node lags behind the journal, or cannot read it. Called twice a second for as long as that is so.</summary>
    void FallBehind()
    {
    }
}

/// <summary>An entry with its site before and after it.</summary>
/// <param name="Before">Null where the entry registers the site.</param>
/// <param name="After">Null where no entry has registered the site yet.</param>
public readonly record struct FoldedEntry(JournalEntry Entry, Site? Before, Site? After);
