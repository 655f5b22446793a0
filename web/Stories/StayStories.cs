using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Stories;

/// <summary>
/// Finds what happened to one stay on every ward of its hospital, and at other places for it: beds held, enquiries, what its usual residence said. It reads the journal and not
/// the boards, so that it works long after the person has left.
/// </summary>
public sealed class StayStories(IJournalSearch search, IJournal journal)
{
    /// <summary>A hold lasts at most 14 days, and nobody asks before an admission, so nothing older was for this one.</summary>
    private static readonly TimeSpan BeforeAdmission = TimeSpan.FromDays(15);

    /// <summary>How many journal positions are searched at a time, backwards from its end: about a month of a locality.</summary>
    internal long PositionsAtOnce { get; init; } = 50_000;

    /// <summary>
    /// The events of the latest stay with a reference, oldest first; empty if there was none. An earlier stay to which the
    /// hospital gave the same reference is a different one.
    /// </summary>
    /// <param name="at">A ward or unit where the person is or was.</param>
    /// <param name="until">The last instant to include; null for all.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    public async Task<IReadOnlyList<JournalEntry>> Read(SiteKey at, string reference, DateTimeOffset? until = null, CancellationToken token = default)
    {
        var found = await Named(at, reference, until, token);
        var begins = found.LastOrDefault(entry => entry.Event is StayAdmitted)?.At - BeforeAdmission;
        var own = found.Where(entry => !(entry.At < begins)).ToList();
        return [.. (await journal.WithWhatBecame(own, token)).Where(entry => !(entry.At > until))];
    }

    /// <summary>The entries that name the stay, back to its admission or the beginning of the journal, oldest first.</summary>
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

    /// <summary>References belong to one hospital, so another hospital's identical one is another person.</summary>
    private static bool IsOf(JournalEntry entry, SiteKey at, string reference) =>
        StayReferences.AreSame(StayEvents.StayOf(entry.Event), reference)
        && (HeldStays.IsWithin(at, entry.Site) || (StayEvents.FromOf(entry.Event) is { } from && HeldStays.IsWithin(from, at)));
}
