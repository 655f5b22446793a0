using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Story;

/// <summary>
/// Finds what happened to one stay: on every ward of its hospital, and with the beds that were held for it elsewhere. It
/// asks the journal, not the boards, so that it is told long after the person has gone.
/// </summary>
public sealed class StayStories(IJournalSearch search, IJournal journal)
{
    private const int EntriesAtOnce = 1000;

    /// <summary>The events of a stay, the oldest first; empty where there was never such a stay.</summary>
    /// <param name="at">A ward or unit that the person is or was on.</param>
    /// <param name="until">The last instant to tell of; null for all.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    public async Task<IReadOnlyList<JournalEntry>> Read(SiteKey at, string reference, DateTimeOffset? until = null, CancellationToken token = default)
    {
        var found = new Dictionary<long, JournalEntry>();
        var question = new JournalQuestion(Stay: reference, To: until?.AddMilliseconds(1));
        IReadOnlyList<JournalEntry> entries;
        do
        {
            entries = await search.Search(question, EntriesAtOnce, token);
            foreach (var entry in entries.Where(entry => IsOf(entry, at, reference) && !(entry.At > until)))
            {
                found[entry.Position] = entry;
            }

            question = question with { Before = entries is [.., var last] ? last.Position : 0 };
        }
        while (entries.Count == EntriesAtOnce);

        foreach (var (placed, hold) in found.Values.Select(entry => (entry, hold: entry.Event as HoldPlaced)).Where(each => each.hold is not null).ToList())
        {
            foreach (var entry in (await journal.ReadSite(placed.Site, placed.Version, token)).Where(entry => HoldOf(entry.Event) == hold!.Id && !(entry.At > until)))
            {
                found[entry.Position] = entry;
            }
        }

        return [.. found.Values.OrderBy(entry => entry.Position)];
    }

    /// <summary>A reference is a hospital's own, so another hospital's same one is another person.</summary>
    private static bool IsOf(JournalEntry entry, SiteKey at, string reference) =>
        StayEvents.StayOf(entry.Event) == reference
        && (StayHold.IsSamePlace(entry.Site, at) || (entry.Event is HoldPlaced { From: { } from } && StayHold.IsSamePlace(from, at)));

    /// <summary>The hold that an event changes or ends; null where it does neither.</summary>
    private static string? HoldOf(SiteEvent happened) => happened switch
    {
        HoldExtended e => e.Id,
        HoldAccepted e => e.Id,
        AssessmentPlanned e => e.Id,
        HoldDeclined e => e.Id,
        HoldReleased e => e.Id,
        HoldBecameAdmission e => e.Id,
        _ => null,
    };
}
