using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>
/// Replaces a recorded event that this program cannot read, for example because a newer version wrote it. It is never
/// recorded itself.
/// </summary>
/// <param name="Type">The event's name in the journal.</param>
/// <param name="Why">Why it cannot be read and what to do, as a sentence for the operator.</param>
public sealed record UnreadableEvent(string Type, string Why) : SiteEvent;
