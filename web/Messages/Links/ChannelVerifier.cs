using CapacityBoard.Messages.Channels;
using CapacityBoard.Messages.Sending;

namespace CapacityBoard.Messages.Links;

/// <summary>Sends the link by which the owner of an address proves that they read it. Nothing else is sent there before.</summary>
internal sealed class ChannelVerifier(MessageLinks links, IEnumerable<IChannelSender> senders)
{
    /// <returns>Why it could not be sent, in words for whoever added the address; null if it was.</returns>
    public async Task<string?> Send(Channel channel, string whom, CancellationToken token)
    {
        var sender = senders.Single(each => each.Kind == channel.Kind);
        if (!sender.IsOn)
        {
            return "This board is not set up to send such messages. Ask whoever runs it.";
        }

        var verify = links.Verify(channel);
        var message = new ComposedMessage(
            Guid.CreateVersion7().ToString("n"),
            "Confirm that messages from the capacity board can come here",
            verify,
            [new($"{whom} asked for messages at this address. Open this page and press its button within 2 days. If you do not know about this, do nothing.", verify)],
            MayRepeat: false,
            Waiting: 0,
            links.Page("/account/messages"),
            links.Stop(channel))
        { Why = "Capacity board sent this because somebody entered this address." };
        var result = await sender.Send(channel, message, token);
        return result.Status is SendStatus.Sent or SendStatus.Unclear ? null : result.Problem;
    }
}
