using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Stories;

/// <summary>
/// How much of a person's story is shown to a viewer who may see the people of only some of a hospital's wards.
/// </summary>
internal static class StoryReach
{
    /// <summary>
    /// The events on those wards, and on others until the person moved from there to one of them. A held bed counts, with
    /// everything that happened to it, if its site or the ward it was held for is included.
    /// </summary>
    /// <param name="entries">Oldest first.</param>
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
