using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>One event as the journal keeps it.</summary>
/// <param name="Position">Its place in the order of all commits: 1, 2, 3 …; it means nothing beyond the order.</param>
/// <param name="Version">Its place among the site's own events: 1, 2, 3 … without gaps.</param>
/// <param name="By">Who sent the command.</param>
/// <param name="Operation">The command's operation ID.</param>
public sealed record JournalEntry(
    long Position, SiteKey Site, long Version, DateTimeOffset At, string By, string Operation, SiteEvent Event);
