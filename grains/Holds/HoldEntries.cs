using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>
/// Finds the journal's entries about a hold. Only the entry that placed it says which stay it is for; later entries of the
/// site name the hold by its ID, which is the operation that placed it.
/// </summary>
public static class HoldEntries
{
    /// <summary>The given entries and the later ones about the holds that they placed, each once, oldest first.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> WithWhatBecame(this IJournal journal, IReadOnlyList<JournalEntry> entries, CancellationToken token)
    {
        var all = entries.ToList();
        foreach (var placed in entries)
        {
            all.AddRange(await journal.After(placed, token));
        }

        return [.. all.DistinctBy(entry => entry.Position).OrderBy(entry => entry.Position)];
    }

    /// <summary>The stay of each hold that the entries change without naming a stay, by site and hold ID.</summary>
    public static async Task<IReadOnlyDictionary<(SiteKey Site, string Hold), string?>> HeldFor(
        this IJournal journal, IEnumerable<JournalEntry> entries, CancellationToken token)
    {
        var spans = new List<SiteSpan>();
        var holds = entries.Where(entry => StayEvents.StayOf(entry.Event) is null)
            .Select(entry => (entry.Site, Hold: HeldStays.HoldChangedBy(entry.Event)))
            .Where(hold => hold.Hold is not null)
            .Distinct();
        foreach (var (site, hold) in holds)
        {
            if (await journal.FindOperation(site, hold!, token) is { Version: var version })
            {
                spans.Add(new(site, version - 1, version));
            }
        }

        var placed = spans.Count == 0 ? [] : await journal.ReadSpans(spans, token);
        return placed.Where(entry => entry.Event is HoldPlaced)
            .ToDictionary(entry => (entry.Site, ((HoldPlaced)entry.Event).Id), entry => ((HoldPlaced)entry.Event).Stay);
    }

    /// <summary>The site's later entries about a hold; none if the entry placed no hold.</summary>
    private static async Task<IEnumerable<JournalEntry>> After(this IJournal journal, JournalEntry placed, CancellationToken token) => placed.Event is HoldPlaced hold
        ? (await journal.ReadSite(placed.Site, placed.Version, token)).Where(entry => entry.Event is CapacityEvent change && HeldStays.HoldChangedBy(change) == hold.Id)
        : [];
}
