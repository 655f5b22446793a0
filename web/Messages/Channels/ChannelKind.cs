namespace CapacityBoard.Messages.Channels;

/// <summary>How a message travels.</summary>
public enum ChannelKind
{
    Email,

    /// <summary>A notification of a browser or an installed app.</summary>
    Push,

    /// <summary>A text to a telephone, sent by another program.</summary>
    Text,
}
