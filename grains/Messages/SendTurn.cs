using System.Collections.Immutable;

namespace CapacityBoard.Messages;

/// <summary>Asks for the turn to send what is due now.</summary>
/// <param name="Id">The ID of the message, if there will be one.</param>
/// <param name="Due">Everything that the channel should have been told by now, in the order in which it is told.</param>
[GenerateSerializer, Alias("board.send-request"), Immutable]
public sealed record SendRequest([Id(0)] string Id, [Id(1)] string Channel, [Id(2)] ImmutableArray<MessageItem> Due);

/// <summary>Who asked for a turn gets a message to send now, or nothing.</summary>
/// <param name="NotBefore">Without a message: when it is worth asking again; null if there is nothing left to tell.</param>
[GenerateSerializer, Alias("board.send-turn"), Immutable]
public sealed record SendTurn([Id(0)] Message? Message, [Id(1)] DateTimeOffset? NotBefore);

/// <summary>How an attempt to send ended.</summary>
/// <param name="RetryAfter">How long the provider asked to be left alone; null if it did not.</param>
[GenerateSerializer, Alias("board.send-result"), Immutable]
public sealed record SendResult([Id(0)] SendStatus Status, [Id(1)] string? Problem = null, [Id(2)] TimeSpan? RetryAfter = null)
{
    public static SendResult Sent { get; } = new(SendStatus.Sent);
}

[Alias("board.send-status")]
public enum SendStatus
{
    /// <summary>The provider has taken it.</summary>
    Sent,

    /// <summary>The provider took nothing for this address now and may later.</summary>
    Later,

    /// <summary>The provider cannot be reached, whatever the address.</summary>
    Away,

    /// <summary>The provider will never take it: the address is gone.</summary>
    Refused,

    /// <summary>The provider did not answer after it had everything: it may have taken it.</summary>
    Unclear,
}
