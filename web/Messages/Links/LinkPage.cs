using CapacityBoard.Messages.Channels;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Messages.Links;

/// <summary>A page behind a link of a message. It says what its button will do; opening it does nothing, since mail scanners open links too.</summary>
internal abstract class LinkPage(MessageLinks links, ChannelStore store, LinkPurpose purpose) : FormPage
{
    public MessageLink? Link { get; private set; }

    /// <summary>Null if the link does not work, or the address was removed.</summary>
    public Channel? Channel { get; private set; }

    /// <summary>True once the button did it.</summary>
    public bool IsDone { get; protected set; }

    /// <summary>What was sent with the link, to be sent again with the button.</summary>
    public string Token => Request.Query["link"].ToString();

    protected ChannelStore Store => store;

    public async Task OnGetAsync() => await Load();

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Channel is { } channel)
        {
            await Do(channel);
        }

        return Page();
    }

    protected virtual async Task Load()
    {
        Link = links.Read(purpose, Token);
        Channel = Link is null ? null : await store.Find(Link.Channel, HttpContext.RequestAborted);
    }

    protected abstract Task Do(Channel channel);
}
