using System.Text.Json;
using CapacityBoard.Access.Audit;
using CapacityBoard.Journal;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Messages.Sending;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Messages;

/// <summary>Where a person chooses what they are sent, where to and when.</summary>
internal sealed class MessagesModel(ChannelsServices services, PushKeys keys) : ChannelsPage(services)
{
    private const int LongestAddress = 1000;
    private const int LongestKey = 200;

    /// <summary>This board's public key, with which a device subscribes; null if it pushes nothing.</summary>
    public string? PushKey { get; private set; }

    /// <summary>What somebody signs in with, if it is an e-mail address.</summary>
    public string? OwnAddress { get; private set; }

    public override bool HasContacts => false;

    protected override Recipient? Recipient => Recipient.OfPerson(Caller.Id);

    protected override string Whom => Caller.Name;

    /// <summary>Takes a device that its browser has subscribed.</summary>
    public Task<IActionResult> OnPostPushAsync() => Change(async form =>
    {
        var address = form.Required("endpoint", "This device could not be added. Try again.", LongestAddress);
        var device = new PushSubscriptionKeys(
            form.Required("p256dh", "This device could not be added. Try again.", LongestKey),
            form.Required("auth", "This device could not be added. Try again.", LongestKey),
            form.Required("key", "This device could not be added. Try again.", LongestKey));
        if (form.IsValid && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && Sends.Push.Allows(url) && await keys.PrivateOf(device.Key, HttpContext.RequestAborted) is not null))
        {
            form.AddProblem(null, "This browser’s push service is not one that this board uses. Ask whoever runs the board, or use e-mail.");
        }

        if (!form.IsValid)
        {
            return null;
        }

        await Store.Add(Recipient!, ChannelKind.Push, address, Caller.Name, JsonSerializer.Serialize(device, DomainJson.Options), isVerified: true);
        await Log(Acts.ChannelAdded, ChannelKind.Push);
        return "Notifications come to this device.";
    });

    /// <summary>The browser has ended its subscription already.</summary>
    public Task<IActionResult> OnPostPushOffAsync() => Change(async form =>
    {
        foreach (var channel in Channels.Where(channel => channel.Kind == ChannelKind.Push && channel.Address == form.Text("endpoint")))
        {
            await Remove(channel);
        }

        return "Notifications no longer come to this device.";
    });

    protected override async Task<bool> Load()
    {
        PushKey = Sends.SendsPush ? await keys.Current(HttpContext.RequestAborted) : null;
        OwnAddress = User.Identity?.Name is { } name && ChannelAddress.Of(ChannelKind.Email, name) is { } address ? address : null;
        return await base.Load();
    }
}
