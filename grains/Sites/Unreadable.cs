namespace CapacityBoard.Sites;

/// <summary>
/// That a site cannot be shown: an event of it cannot be read, so nobody can say what its beds and people are since. A
/// program that can read it shows the site again.
/// </summary>
/// <param name="Position">The event's position in the journal.</param>
/// <param name="Type">The event's name in the journal.</param>
[GenerateSerializer, Alias("board.unreadable"), Immutable]
public sealed record Unreadable([Id(0)] DateTimeOffset Since, [Id(1)] long Position, [Id(2)] string Type);
