using System.Text.RegularExpressions;
using CapacityBoard.Enquiries;
using CapacityBoard.Messages.Sending;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CapacityBoard.Support.Messages;

/// <summary>A server with a mail server and a push service of its own, whose clock and whose looks at what is to be sent are the test's.</summary>
public sealed partial class MessagesBoard : IAsyncLifetime
{
    private PushService? _push;

    public MailServer Mail { get; } = new MailServer().Start();

    public PushService Push => _push!;

    public ShiftedClock Clock { get; } = new();

    public TestBoard Board { get; private set; } = null!;

    /// <summary>Settings besides its own, or in their place.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>Puts the clock ahead to the next morning at 09:00, so that a test has a whole day.</summary>
    public void ToMorning()
    {
        var day = LocalDay.Of(Clock.GetUtcNow()).AddDays(1);
        Clock.Shift = LocalDay.FromLocal(day.ToDateTime(new(9, 0))) - TimeProvider.System.GetUtcNow();
    }

    /// <summary>Puts the clock ahead, and sends what is due then.</summary>
    public async Task After(TimeSpan time)
    {
        Clock.Shift += time;
        await Look();
    }

    /// <summary>Sends what is due now.</summary>
    public async Task Look()
    {
        await Board.Services.GetRequiredService<Projections.FoldProgress>().UpToDate(CancellationToken.None);
        await Board.Services.GetRequiredService<MessageRun>().Look(CancellationToken.None);
    }

    public async ValueTask InitializeAsync()
    {
        _push = await PushService.Start();
        Board = new()
        {
            Settings =
            {
                ["Messages:Url"] = "https://board.example.nhs.uk",
                ["Messages:LongestAnswer"] = "00:00:02",
                ["Messages:Smtp:Host"] = "127.0.0.1",
                ["Messages:Smtp:Port"] = $"{Mail.Port}",
                ["Messages:Smtp:Security"] = "None",
                ["Messages:Smtp:From"] = "Capacity board <board@example.nhs.uk>",
                ["Messages:Push:Contact"] = "mailto:board@example.nhs.uk",
                ["Messages:Push:Services:0"] = "127.0.0.1",
            },
            Configure = builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(MessageDispatcher)));
            },
        };
        foreach (var (name, value) in Settings)
        {
            Board.Settings[name] = value;
        }

        await Board.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Board.DisposeAsync();
        await Mail.DisposeAsync();
        await Push.DisposeAsync();
    }

    /// <summary>A ward with the patient S-1, and a care home.</summary>
    public async Task<(SiteKey Ward, SiteKey Home)> Given(string locality)
    {
        var ward = await Board.Ward(locality);
        (await Board.Say(SiteKind.Ward, ward, new AdmitStay("S-1", "1"))).ThenAccepted();
        var home = SiteKey.Of(locality, "the-limes");
        (await Board.Register(home, new(SiteKind.CareHome, "The Limes", Telephone: "0161 496 0101"))).ThenAccepted();
        (await Board.Declare(home, 10, 6)).ThenAccepted();
        await Board.OnTheBoard(home);
        return (ward, home);
    }

    public async Task Ask(SiteKey home, SiteKey ward, string stay, double hours, string? id = null) =>
        (await Board.Say(SiteKind.CareHome, home, new MakeEnquiry(TestBoard.Type, stay, ward, AnswerBy: Clock.GetUtcNow().AddHours(hours)), id)).ThenAccepted();

    /// <summary>The subjects of what came to an address after the link that confirms it.</summary>
    public IReadOnlyList<string> SubjectsTo(string address) => [.. Mail.To(address).Skip(1).Select(mail => mail.Subject!)];

    /// <summary>Adds an address on a page, and follows the link that comes there.</summary>
    internal async Task Verified(Visitor visitor, string path, string address, params (string, string)[] more)
    {
        var page = await visitor.Send(await visitor.Visit(path), "add", [("address", address), .. more]);
        page.Said.ShouldContain($"A link was sent to {address}.");
        using var reader = new Visitor(Board.Address, name: null);
        var confirmed = await reader.Send(await reader.Visit(LinkIn(Mail.To(address).ShouldHaveSingleItem(), "verify")), "verify");
        confirmed.Text.ShouldContain($"Messages come to {address}");
    }

    /// <summary>Switches notifications on as the page's script does.</summary>
    internal async Task<PushDevice> Subscribed(Visitor visitor)
    {
        var page = await visitor.Visit("/account/messages");
        var (device, key) = (Push.NewDevice(), page.Document.QuerySelector("#push")!.GetAttribute("data-push-key")!);
        (await visitor.Send(page, "push", ("endpoint", device.Endpoint), ("p256dh", device.P256dh), ("auth", device.Auth), ("key", key))).Said.ShouldContain("Notifications come to this device.");
        return device;
    }

    /// <summary>The path of a link in an e-mail's text: <c>verify</c>, <c>do</c> or <c>stop</c>.</summary>
    public static string LinkIn(MimeMessage mail, string what) =>
        new Uri(Links().Matches(mail.TextBody!).Select(each => each.Value).First(url => url.Contains($"/{what}?", StringComparison.Ordinal))).PathAndQuery;

    [GeneratedRegex(@"https://board\.example\.nhs\.uk/\S+")]
    private static partial Regex Links();
}
