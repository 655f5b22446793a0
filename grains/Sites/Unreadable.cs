namespace CapacityBoard.Sites;

/// <summary>
/// Marks a site that cannot be shown: one of its events cannot be read, so its beds and people since then are not known.
/// A program that can read the event shows the site again.
/// </summary>
/// <param name="Position">The event's position in the journal.</param>
/// <param name="Type">The event's name in the journal.</param>
[GenerateSerializer, Alias("board.unreadable"), Immutable]
public sealed record Unreadable([Id(0)] DateTimeOffset Since, [Id(1)] long Position, [Id(2)] string Type);
