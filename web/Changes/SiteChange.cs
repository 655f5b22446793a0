using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Changes;

/// <summary>One event of a site, with the site before and after it.</summary>
public sealed record SiteChange(JournalEntry Entry, Site Before, Site After);
