using CapacityBoard.Messages.Channels;

namespace CapacityBoard.Messages.Links;

/// <summary>Where the owner of an address agrees to messages there.</summary>
internal sealed class VerifyModel(MessageLinks links, ChannelStore store) : LinkPage(links, store, LinkPurpose.Verify)
{
    protected override async Task Do(Channel channel)
    {
        await Store.Verify(channel);
        IsDone = true;
    }
}
