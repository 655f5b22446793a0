using CapacityBoard.Messages.Channels;

namespace CapacityBoard.Messages.Sending;

/// <summary>Hands messages of one kind to the provider that delivers them.</summary>
internal interface IChannelSender
{
    ChannelKind Kind { get; }

    /// <summary>False if this board is not set up to send this kind.</summary>
    bool IsOn { get; }

    /// <summary>Sends a message once. It never throws for what the provider does.</summary>
    Task<SendResult> Send(Channel channel, ComposedMessage message, CancellationToken token);
}
