using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>
/// Stands for an event that is recorded and that this program cannot read, as when a newer version wrote it. It is never
/// recorded itself.
/// </summary>
/// <param name="Type">The event's name in the journal.</param>
/// <param name="Why">Why it cannot be read, and what to do: a sentence for the operator.</param>
public sealed record UnreadableEvent(string Type, string Why) : SiteEvent;
