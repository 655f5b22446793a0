using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Messages.Links;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Messages;

/// <summary>The services that the pages of addresses need.</summary>
internal sealed record ChannelsServices(ChannelStore Store, ChannelVerifier Verifier, AccessLog Log, IGrainFactory Grains, IOptions<MessageOptions> Options, TimeProvider Clock);

/// <summary>A page with a recipient's addresses: which there are, what goes to each at which hours, and what was sent.</summary>
internal abstract class ChannelsPage(ChannelsServices services) : FormPage
{
    private const int MostShown = 10;

    public IReadOnlyList<Channel> Channels { get; private set; } = [];

    /// <summary>The last messages, newest first.</summary>
    public IReadOnlyList<Message> Sent { get; private set; } = [];

    /// <summary>Channels whose last attempts failed.</summary>
    public IReadOnlyList<ChannelDelay> Delays { get; private set; } = [];

    public DateTimeOffset Now => services.Clock.GetUtcNow();

    public MessageOptions Sends => services.Options.Value;

    /// <summary>What this board can send to an address that is typed.</summary>
    public IReadOnlyList<ChannelKind> Kinds => [.. Sends.SendsEmail ? [ChannelKind.Email] : Array.Empty<ChannelKind>(), .. Sends.SendsTexts ? [ChannelKind.Text] : Array.Empty<ChannelKind>()];

    public bool HasRoom => Channels.Count < ChannelStore.MostOfOne;

    /// <summary>True for a place, which has a first and a second contact.</summary>
    public abstract bool HasContacts { get; }

    /// <summary>What the page's address has in its query.</summary>
    public virtual IDictionary<string, string> Route { get; } = new Dictionary<string, string>();

    protected Caller Caller => HttpContext.Caller()!;

    protected ChannelStore Store => services.Store;

    /// <summary>Null if there is no such recipient.</summary>
    protected abstract Recipient? Recipient { get; }

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    public Task<IActionResult> OnPostAddAsync() => Change(async form =>
    {
        var kind = Kinds.Count == 1 ? Kinds[0] : form.Code<ChannelKind>("kind", "Choose e-mail or text.");
        var address = ChannelAddress.Read(form, kind);
        var contact = HasContacts && form.Text("contact") == "2" ? Channel.SecondContact : 1;
        if (!HasRoom)
        {
            form.AddProblem("address", $"There are {ChannelStore.MostOfOne} already. Remove one first.");
        }

        if (!form.IsValid)
        {
            return null;
        }

        var channel = await Store.Add(Recipient!, kind, address, Caller.Name, contact: contact);
        await Log(Acts.ChannelAdded, kind);
        return await SendLink(form, channel);
    });

    public Task<IActionResult> OnPostAgainAsync() => ChangeOne(SendLink);

    public Task<IActionResult> OnPostChooseAsync() => ChangeOne(async (form, channel) =>
    {
        var (groups, from, to) = (form.Ticked<MessageGroup>("groups"), form.Seen("from"), form.Seen("to"));
        if (from is < 0 or > 23 || to < 1 || to > 24 || from >= to)
        {
            form.AddProblem("to", "The end must be later than the start.");
            return null;
        }

        await Store.Choose(channel, groups, from, to);
        return groups.Count == 0 ? $"Nothing is sent to {ChannelWords.Name(channel)} any more." : $"Saved what is sent to {ChannelWords.Name(channel)}.";
    });

    public Task<IActionResult> OnPostOnAsync() => ChangeOne(async (_, channel) =>
    {
        await Store.SwitchOn(channel);
        return $"Messages go to {ChannelWords.Name(channel)} again.";
    });

    public Task<IActionResult> OnPostRemoveAsync() => ChangeOne(async (_, channel) =>
    {
        await Remove(channel);
        return $"Removed {ChannelWords.Name(channel)}.";
    });

    /// <summary>The name of whoever asks for messages at an address, for the one who reads it.</summary>
    protected abstract string Whom { get; }

    protected async Task Remove(Channel channel)
    {
        await Store.Remove(channel);
        await Log(Acts.ChannelRemoved, channel.Kind);
    }

    protected Task Log(string act, ChannelKind kind) => services.Log.Write(HttpContext, act, Recipient!.Place?.Value, note: Codes.Of(kind));

    protected virtual async Task<bool> Load()
    {
        if (Recipient is not { } recipient)
        {
            return false;
        }

        Channels = await Store.Of(recipient, HttpContext.RequestAborted);
        var outbox = await services.Grains.GetGrain<IOutboxGrain>(recipient.Key).Read();
        (Sent, Delays) = ([.. outbox.Messages.Reverse().Take(MostShown)], outbox.Delays);
        return true;
    }

    protected async Task<IActionResult> Change(Func<SentForm, Task<string?>> change)
    {
        if (!await Load())
        {
            return NotFound();
        }

        var form = await ReadForm();
        if (await change(form) is not { } done || !form.IsValid)
        {
            await Load();
            return Page();
        }

        Confirmation = done;
        return LocalRedirect($"{Request.PathBase}{Request.Path}{QueryString.Create(Route!)}");
    }

    private Task<IActionResult> ChangeOne(Func<SentForm, Channel, Task<string?>> change) => Change(async form =>
    {
        if (Channels.FirstOrDefault(channel => channel.Id == form.Text("channel")) is { } channel)
        {
            return await change(form, channel);
        }

        form.AddProblem(null, "This address is no longer here.");
        return null;
    });

    private async Task<string?> SendLink(SentForm form, Channel channel)
    {
        if (await services.Verifier.Send(channel, Whom, HttpContext.RequestAborted) is not { } problem)
        {
            return $"A link was sent to {ChannelWords.Name(channel)}. Messages begin once somebody has opened it and pressed the button.";
        }

        form.AddProblem(null, $"The link could not be sent. {problem} Use “Send the link again” later.");
        return null;
    }
}
