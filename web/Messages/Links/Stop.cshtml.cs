using CapacityBoard.Messages.Channels;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Messages.Links;

/// <summary>
/// Where messages to an address are stopped. Mail programs may press the button for their users (RFC 8058), so the form needs no token of ours:
/// whoever has the link may stop what it belongs to, and no more.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class StopModel(MessageLinks links, ChannelStore store) : LinkPage(links, store, LinkPurpose.Stop)
{
    protected override async Task Do(Channel channel)
    {
        await Store.SwitchOff(channel, "Stopped by the link in a message.");
        IsDone = true;
    }
}
