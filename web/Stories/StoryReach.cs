using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Stories;

/// <summary>How much of a person's story is told to whoever sees the people of some of a hospital's wards.</summary>
internal static class StoryReach
{
    /// <summary>
    /// What happened on their wards, and on others up to when the person was moved from there to theirs. A bed counts where it was
    /// held, or on the ward that it was held from, with all that became of it.
    /// </summary>
    /// <param name="entries">The oldest first.</param>
    public static IEnumerable<JournalEntry> Of(IReadOnlyList<JournalEntry> entries, Func<SiteKey, bool> maySee)
    {
        var movedOn = new Dictionary<SiteKey, long>();
        foreach (var entry in entries.Reverse())
        {
            if (entry.Event is TransferAccepted { From: var from } && IsWithin(entry.Site, entry.Position))
            {
                movedOn.TryAdd(from, entry.Position);
            }
        }

        var held = entries.Where(entry => entry.Event is HoldPlaced).ToDictionary(entry => (entry.Site, ((HoldPlaced)entry.Event).Id));
        return entries.Where(entry => IsWithin(entry.Site, entry.Position) || IsHeldFromWithin(entry) || entry.Event is TransferCompleted { To: var to } && maySee(to));

        bool IsWithin(SiteKey site, long position) => maySee(site) || position < movedOn.GetValueOrDefault(site);

        bool IsHeldFromWithin(JournalEntry entry) => entry.Event is CapacityEvent
            && HeldStays.HoldChangedBy(entry.Event) is { } id
            && held.GetValueOrDefault((entry.Site, id)) is { Event: HoldPlaced { From: { } from } } placed
            && IsWithin(from, placed.Position);
    }
}
