using System.Collections.Immutable;

namespace CapacityBoard.Messages;

/// <summary>What a recipient was sent. What they are still to be sent is not kept: it is what is due and not in here.</summary>
[GenerateSerializer, Alias("board.outbox"), Immutable]
public sealed record Outbox
{
    public static Outbox Empty { get; } = new();

    /// <summary>Oldest first.</summary>
    [Id(0)]
    public ImmutableArray<Message> Messages { get; init; } = [];

    /// <summary>The channels whose last attempt failed.</summary>
    [Id(1)]
    public ImmutableArray<ChannelDelay> Delays { get; init; } = [];
}

/// <summary>A channel whose provider could not be reached, or asked for patience.</summary>
/// <param name="Since">When the first of the attempts failed.</param>
/// <param name="NextAt">When it may be tried again.</param>
[GenerateSerializer, Alias("board.channel-delay"), Immutable]
public sealed record ChannelDelay([Id(0)] string Channel, [Id(1)] DateTimeOffset Since, [Id(2)] int Attempts, [Id(3)] string Problem, [Id(4)] DateTimeOffset NextAt);
