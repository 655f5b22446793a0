using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Stories;

/// <summary>
/// Finds what happened to one stay: on every ward of its hospital, and with the beds that were held for it elsewhere. It
/// asks the journal, not the boards, so that it is told long after the person has gone.
/// </summary>
public sealed class StayStories(IJournalSearch search, IJournal journal)
{
    /// <summary>A hold lasts for a fortnight at most, so nothing that was held for this admission is older.</summary>
    private static readonly TimeSpan BeforeAdmission = TimeSpan.FromDays(15);

    /// <summary>How much of the journal is searched at a time, back from its end: about a month of a locality.</summary>
    internal long PositionsAtOnce { get; init; } = 50_000;

    /// <summary>
    /// The events of the last stay of a reference, the oldest first; empty where there was never such a stay. An earlier stay
    /// that a hospital gave the same reference is another.
    /// </summary>
    /// <param name="at">A ward or unit that the person is or was on.</param>
    /// <param name="until">The last instant to tell of; null for all.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    public async Task<IReadOnlyList<JournalEntry>> Read(SiteKey at, string reference, DateTimeOffset? until = null, CancellationToken token = default)
    {
        var found = await Named(at, reference, until, token);
        var begins = found.LastOrDefault(entry => entry.Event is StayAdmitted)?.At - BeforeAdmission;
        var own = found.Where(entry => !(entry.At < begins)).ToList();
        return [.. (await journal.WithWhatBecame(own, token)).Where(entry => !(entry.At > until))];
    }

    /// <summary>The entries that name the stay, back to its admission or to the beginning of the journal; the oldest first.</summary>
    private async Task<IReadOnlyList<JournalEntry>> Named(SiteKey at, string reference, DateTimeOffset? until, CancellationToken token)
    {
        var found = new List<JournalEntry>();
        for (var last = await journal.LastPosition(token); last > 0; last -= PositionsAtOnce)
        {
            var after = Math.Max(0, last - PositionsAtOnce);
            var question = new JournalQuestion(Stay: reference, To: until?.AddMilliseconds(1), Before: last + 1, After: after);
            found.AddRange((await search.All(question, token)).Where(entry => IsOf(entry, at, reference) && !(entry.At > until)));
            if (found.Find(entry => entry.Event is StayAdmitted) is { } admitted
                && await journal.ReadFrom(after, 1, token) is [var first] && first.At < admitted.At - BeforeAdmission)
            {
                break;
            }
        }

        found.Reverse();
        return found;
    }

    /// <summary>A reference is a hospital's own, so another hospital's same one is another person.</summary>
    private static bool IsOf(JournalEntry entry, SiteKey at, string reference) =>
        StayReferences.AreSame(StayEvents.StayOf(entry.Event), reference)
        && (HeldStays.IsWithin(at, entry.Site) || (entry.Event is HoldPlaced { From: { } from } && HeldStays.IsWithin(from, at)));
}
