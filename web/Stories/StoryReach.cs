using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Journal;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Stories;

/// <summary>
/// How much of a person's story is shown to a viewer who may see the people of only some of a hospital's wards.
/// </summary>
internal static class StoryReach
{
    /// <summary>
    /// The events on those wards, and on others until the person moved from there to one of them. A held bed or an enquiry
    /// counts, with everything that happened to it, if its site or the ward of the person is included.
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

        var asked = entries.Select(entry => (Entry: entry, Request: PlaceRequest.MadeBy(entry.Event)))
            .Where(each => each.Request is not null)
            .ToDictionary(each => (each.Entry.Site, each.Request!.Id), each => (each.Request!.From, each.Entry.Position));
        return entries.Where(entry => IsWithin(entry.Site, entry.Position) || IsAskedFromWithin(entry) || entry.Event is TransferCompleted { To: var to } && maySee(to));

        bool IsWithin(SiteKey site, long position) => maySee(site) || position < movedOn.GetValueOrDefault(site);

        bool IsAskedFromWithin(JournalEntry entry) => entry.Event is ReturnAnswered answered ? IsWithin(answered.From, entry.Position) : entry.Event is CapacityEvent or EnquiryEvent
            && PlaceRequest.ChangedBy(entry.Event) is { } id
            && asked.GetValueOrDefault((entry.Site, id)) is { From: { } from, Position: var position }
            && IsWithin(from, position);
    }
}
