using CapacityBoard.Sites;

namespace CapacityBoard.Changes;

/// <summary>A change as its reader may see it.</summary>
/// <param name="SitePath">The site's page; null if the reader may not open it.</param>
/// <param name="Stay">The reference of the person concerned; null if there is none or the reader may not see them.</param>
/// <param name="Words">One or more sentences.</param>
/// <param name="By">Who did it; null if the reader may not know.</param>
public sealed record ChangeLine(DateTimeOffset At, ChangeKind Kind, SiteKey Site, string SiteName, string? SitePath, string? Stay, string Words, string? By);
