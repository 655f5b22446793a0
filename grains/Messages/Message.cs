using System.Collections.Immutable;

namespace CapacityBoard.Messages;

/// <summary>One message of a recipient, as its outbox keeps it: what it was about and what became of it. Its text and address are not kept.</summary>
/// <param name="Channel">The ID of the address or device that it goes to.</param>
/// <param name="Begun">When somebody was given the turn to send it.</param>
/// <param name="MayRepeat">True if something in it may have been sent before: nobody noted how that ended.</param>
/// <param name="Ended">When its fate was noted.</param>
/// <param name="Problem">Why it was refused, or why it is not clear whether it was sent.</param>
/// <param name="Opened">When a link in it was first followed and the page's button pressed.</param>
[GenerateSerializer, Alias("board.message"), Immutable]
public sealed record Message(
    [Id(0)] string Id,
    [Id(1)] string Channel,
    [Id(2)] ImmutableArray<MessageItem> Items,
    [Id(3)] DateTimeOffset Begun,
    [Id(4)] bool MayRepeat = false,
    [Id(5)] MessageFate Fate = MessageFate.Sending,
    [Id(6)] DateTimeOffset? Ended = null,
    [Id(7)] string? Problem = null,
    [Id(8)] DateTimeOffset? Opened = null)
{
    /// <summary>The matters that were settled or seen by its links, each of which works once.</summary>
    [Id(9)]
    public ImmutableArray<string> Used { get; init; } = [];
}

[Alias("board.message-fate")]
public enum MessageFate
{
    /// <summary>Somebody has the turn to send it.</summary>
    Sending,

    /// <summary>The provider has taken it.</summary>
    Sent,

    /// <summary>The provider says that there is no such address, or that it takes nothing from here.</summary>
    Refused,

    /// <summary>Whoever had the turn stopped before noting how it ended.</summary>
    Unclear,
}
