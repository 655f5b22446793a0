using System.Text.RegularExpressions;
using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Support.Messages;
using MimeKit;

namespace CapacityBoard.Messages;

/// <summary>A home is told of an enquiry, reminded, and its second contact and the transfer team are told, through a real mail server and push service.</summary>
public sealed partial class ToldInTimeTests(MessagesBoard messages) : IClassFixture<MessagesBoard>
{
    private TestBoard Board => messages.Board;

    [Fact]
    public async Task GivenEnquiryAtNine_WhenNobodyAnswers_ThenTheHomeIsToldAndRemindedThenItsSecondContactThenTheTeam()
    {
        messages.ToMorning();
        var (ward, home) = await Given("told");
        using var deputy = new Visitor(Board.Address, name: "Deputy of told", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await Verified(deputy, "/account/messages", "deputy@told.example");
        await Verified(deputy, $"/told/messages?site={home}", "manager@told.example");
        await Verified(deputy, $"/told/messages?site={home}", "owner@told.example", ("contact", "2"));
        var phone = await Subscribed(deputy);

        await Ask(home, ward, "S-1", hours: 9);
        await messages.Look();
        await messages.Look();

        var words = "The Limes: an enquiry needs your answer by 18:00 today";
        To("deputy@told.example").ShouldBe([words]);
        To("manager@told.example").ShouldBe([words]);
        To("owner@told.example").ShouldBeEmpty();
        phone.Shown.Select(shown => shown.GetProperty("title").GetString()).ShouldBe([words]);
        phone.Shown[0].GetProperty("path").GetString().ShouldBe($"/told/sites/the-limes#enquiries");
        phone.Shown[0].GetProperty("count").GetInt32().ShouldBe(1);

        await messages.After(TimeSpan.FromHours(4.4));
        To("deputy@told.example").Count.ShouldBe(1);

        await messages.After(TimeSpan.FromHours(0.15));
        To("deputy@told.example").Last().ShouldBe("The Limes: reminder: an enquiry needs your answer by 18:00 today");
        To("manager@told.example").Count.ShouldBe(2);
        phone.Shown.Count.ShouldBe(2);
        To("owner@told.example").ShouldBeEmpty();

        await messages.After(TimeSpan.FromHours(1.4));
        To("owner@told.example").ShouldHaveSingleItem();
        To("deputy@told.example").Count.ShouldBe(2);
        (await Team("told")).ShouldBeEmpty();

        await messages.After(TimeSpan.FromHours(1.4));
        (await Team("told")).ShouldHaveSingleItem().ShouldBe("S-1: The Limes has not answered the enquiry: call 0161 496 0101");

        messages.Mail.Taken.ShouldAllBe(mail => !mail.ToString().Contains("S-1", StringComparison.Ordinal));
        phone.Shown.ShouldAllBe(shown => !shown.ToString().Contains("S-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenEnquiry_WhenItIsAnsweredMeanwhile_ThenTheRestIsNeverSent()
    {
        messages.ToMorning();
        var (ward, home) = await Given("answered");
        using var deputy = new Visitor(Board.Address, name: "Deputy of answered", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await Verified(deputy, "/account/messages", "deputy@answered.example");
        await Verified(deputy, $"/answered/messages?site={home}", "owner@answered.example", ("contact", "2"));
        await Ask(home, ward, "S-1", hours: 9, "answered-enquiry");
        await messages.Look();
        (await Board.Say(SiteKind.CareHome, home, new AnswerEnquiry("answered-enquiry", PlaceAnswer.Now))).ThenAccepted();

        for (var hour = 0; hour < 11; hour++)
        {
            await messages.After(TimeSpan.FromHours(1));
        }

        To("deputy@answered.example").ShouldHaveSingleItem();
        To("owner@answered.example").ShouldBeEmpty();
    }

    private IReadOnlyList<string> To(string address) => [.. messages.Mail.To(address).Skip(1).Select(mail => mail.Subject!)];

    private async Task<(SiteKey Ward, SiteKey Home)> Given(string locality)
    {
        var ward = await Board.Ward(locality);
        (await Board.Say(SiteKind.Ward, ward, new AdmitStay("S-1", "1"))).ThenAccepted();
        var home = SiteKey.Of(locality, "the-limes");
        (await Board.Register(home, new(SiteKind.CareHome, "The Limes", Telephone: "0161 496 0101"))).ThenAccepted();
        (await Board.Declare(home, 10, 6)).ThenAccepted();
        await Board.OnTheBoard(home);
        return (ward, home);
    }

    private async Task Ask(SiteKey home, SiteKey ward, string stay, double hours, string? id = null) =>
        (await Board.Say(SiteKind.CareHome, home, new MakeEnquiry(TestBoard.Type, stay, ward, AnswerBy: messages.Clock.GetUtcNow().AddHours(hours)), id)).ThenAccepted();

    private async Task<IReadOnlyList<string>> Team(string locality)
    {
        using var team = new Visitor(Board.Address, name: $"Team of {locality}", grants: [new(Role.TransferTeam, Scope.Parse(locality))]);
        return [.. (await team.Visit("/work")).Document.QuerySelectorAll(".cb-matter__what").Select(each => each.TextContent)];
    }

    /// <summary>Adds an address and follows the link that comes there.</summary>
    private async Task Verified(Visitor visitor, string path, string address, params (string, string)[] more)
    {
        var page = await visitor.Send(await visitor.Visit(path), "add", [("address", address), .. more]);
        page.Said.ShouldContain($"A link was sent to {address}.");
        using var reader = new Visitor(Board.Address, name: null);
        var link = LinkIn(messages.Mail.To(address).ShouldHaveSingleItem(), "verify");
        var confirmed = await reader.Send(await reader.Visit(link), "verify");
        confirmed.Text.ShouldContain($"Messages come to {address}");
    }

    private async Task<PushDevice> Subscribed(Visitor visitor)
    {
        var page = await visitor.Visit("/account/messages");
        var (device, key) = (messages.Push.NewDevice(), page.Document.QuerySelector("#push")!.GetAttribute("data-push-key")!);
        (await visitor.Send(page, "push", ("endpoint", device.Endpoint), ("p256dh", device.P256dh), ("auth", device.Auth), ("key", key))).Said.ShouldContain("Notifications come to this device.");
        return device;
    }

    private static string LinkIn(MimeMessage mail, string what) => new Uri(Links().Matches(mail.TextBody!).Select(each => each.Value).First(url => url.Contains($"/{what}?", StringComparison.Ordinal))).PathAndQuery;

    [GeneratedRegex(@"https://board\.example\.nhs\.uk/\S+")]
    private static partial Regex Links();
}
