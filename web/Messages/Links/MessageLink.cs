namespace CapacityBoard.Messages.Links;

/// <summary>What a link in a message leads to. It signs nobody in.</summary>
/// <param name="Message">The message that it is in; empty for a link that belongs to none.</param>
/// <param name="Matter">The matter that it is about; empty for none.</param>
/// <param name="Expires">Null if it works as long as the channel is there.</param>
internal sealed record MessageLink(LinkPurpose Purpose, string Channel, string Message = "", string Matter = "", DateTimeOffset? Expires = null);

internal enum LinkPurpose
{
    /// <summary>Proves that somebody reads what is sent to an address.</summary>
    Verify,

    /// <summary>Settles a matter, or says that it was seen.</summary>
    Do,

    /// <summary>Switches a channel off.</summary>
    Stop,
}
