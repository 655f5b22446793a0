using CapacityBoard.Access;
using CapacityBoard.Messages.Sending;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Support.Messages;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;

namespace CapacityBoard.Messages;

/// <summary>Providers that refuse, stumble, are silent or away: what waits is delayed and never lost, and everybody can see it.</summary>
public sealed class MessageFaultTests(MessagesBoard messages) : IClassFixture<MessagesBoard>
{
    private TestBoard Board => messages.Board;

    [Fact]
    public async Task GivenMailServerThatRefusesForNow_ThenItIsTriedAgainAndArrivesOnce()
    {
        var (deputy, address) = await Told("later");
        messages.Mail.Answer = mail => mail.To.ToString().Contains(address, StringComparison.Ordinal) ? new(SmtpReplyCode.Aborted, "Greylisted") : null;
        await messages.Look();
        (await deputy.Visit("/account/messages")).Text.ShouldContain("Waiting Since today at 09:00. The mail server answered: Greylisted. It is tried again.");

        messages.Mail.Answer = _ => null;
        await messages.Look();
        messages.SubjectsTo(address).ShouldBeEmpty();
        await messages.After(TimeSpan.FromMinutes(1.1));
        await messages.After(TimeSpan.FromMinutes(1.1));

        messages.SubjectsTo(address).ShouldHaveSingleItem();
        (await deputy.Visit("/account/messages")).Text.ShouldNotContain("Waiting");
    }

    [Fact]
    public async Task GivenAddressThatIsGone_ThenItIsSwitchedOffAndItsOwnerSeesWhy()
    {
        var (deputy, address) = await Told("gone");
        messages.Mail.Refuses = each => each == address;
        await messages.Look();
        messages.Mail.Refuses = _ => false;
        await messages.After(TimeSpan.FromHours(4));

        messages.SubjectsTo(address).ShouldBeEmpty();
        (await deputy.Visit("/account/messages")).Text.ShouldContain("Off The mail server answered: ");
    }

    [Fact]
    public async Task GivenMailServerThatDoesNotAnswerToTheWholeMessage_ThenItIsSentAgainAndMarked()
    {
        var (_, address) = await Told("silent");
        var isFirst = true;
        messages.Mail.Silence = mail =>
        {
            var isSilent = isFirst && mail.To.ToString().Contains(address, StringComparison.Ordinal);
            isFirst &= !isSilent;
            return isSilent ? TimeSpan.FromSeconds(3) : TimeSpan.Zero;
        };
        await messages.Look();
        await messages.After(TimeSpan.FromMinutes(1.1));

        await Deadline.Until(() => messages.SubjectsTo(address).Count == 2, "both are taken");
        messages.Mail.To(address).Skip(1).ShouldContain(mail => mail.TextBody!.StartsWith("You may have had this message already."), 1);
    }

    [Fact]
    public async Task GivenMailServerThatIsAway_ThenHealthAndMetricsSaySoAndEverythingArrivesOnceItIsBack()
    {
        await using var away = new MessagesBoard();
        await away.InitializeAsync();
        away.ToMorning();
        var (ward, home) = await away.Given("away");
        using var deputy = new Visitor(away.Board.Address, name: "Deputy", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await away.Verified(deputy, "/account/messages", "deputy@away.example");
        await away.Ask(home, ward, "S-1", hours: 6);

        var port = away.Mail.Port;
        await away.Mail.DisposeAsync();
        await away.Look();
        await away.After(TimeSpan.FromMinutes(20));
        await Deadline.Until(async () => (await away.Board.Get("/health")).Text.Contains("E-mails have been waiting since", StringComparison.Ordinal), "health says so");
        (await away.Board.Get("/metrics")).Text.ShouldMatch(@"board_messages_waiting(\{[^}]*\})? 1\n");
        (await away.Board.Get("/health/ready")).Status.ShouldBe(200);

        await using var back = new MailServer { Port = port }.Start();
        await away.After(TimeSpan.FromMinutes(31));
        back.To("deputy@away.example").ShouldHaveSingleItem().Subject!.ShouldBe("The Limes: an enquiry needs your answer by 15:00 today");
        await Deadline.Until(async () => !(await away.Board.Get("/health")).Text.Contains("waiting", StringComparison.Ordinal), "health has nothing to say any more");
    }

    [Fact]
    public async Task GivenDeviceThatIsGone_ThenItIsSwitchedOff_AndOneThatIsBusyIsTriedAgain()
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given("devices");
        using var deputy = new Visitor(Board.Address, name: "Deputy of devices", grants: [new(Role.CareProvider, Scope.Of(home))]);
        var (gone, busy) = (await messages.Subscribed(deputy), await messages.Subscribed(deputy));
        messages.Push.Answer = device => gone.Endpoint.EndsWith(device, StringComparison.Ordinal) ? 410 : busy.Endpoint.EndsWith(device, StringComparison.Ordinal) ? 429 : null;
        await messages.Ask(home, ward, "S-1", hours: 6);
        await messages.Look();
        messages.Push.Answer = _ => null;
        await messages.After(TimeSpan.FromMinutes(31));

        gone.Shown.ShouldBeEmpty();
        busy.Shown.ShouldHaveSingleItem();
        (await deputy.Visit("/account/messages")).Text.ShouldContain("Off The push service answered 410.");
    }

    [Fact]
    public async Task GivenKeyThatIsAYearOld_ThenDevicesSubscribeWithANewOneAndThoseOfBeforeGoOn()
    {
        await using var aging = new MessagesBoard();
        await aging.InitializeAsync();
        aging.ToMorning();
        var (ward, home) = await aging.Given("aging");
        using var deputy = new Visitor(aging.Board.Address, name: "Deputy", grants: [new(Role.CareProvider, Scope.Of(home))]);
        var old = await aging.Subscribed(deputy);
        var keys = aging.Board.Services.GetRequiredService<PushKeys>();
        var key = await keys.Current(CancellationToken.None);
        await aging.Ask(home, ward, "S-1", hours: 8);

        aging.Clock.Shift += TimeSpan.FromDays(365);
        (await keys.Current(CancellationToken.None)).ShouldNotBe(key);
        await aging.Look();

        old.Shown.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GivenAddressOfNoPushService_ThenItIsRefused()
    {
        using var somebody = new Visitor(Board.Address, name: "Somebody inventive", grants: [new(Role.TransferTeam, Scope.Parse("nowhere"))]);
        var page = await somebody.Visit("/account/messages");
        var key = page.Document.QuerySelector("#push")!.GetAttribute("data-push-key")!;

        var answer = await somebody.Send(page, "push", ("endpoint", "https://internal.example/admin"), ("p256dh", "x"), ("auth", "x"), ("key", key));

        answer.ErrorSummary.ShouldContain("push service is not one that this board uses");
        answer.Document.QuerySelectorAll(".cb-channels li").ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenDeviceWithKeysThatAreNone_ThenItIsSwitchedOffAndNobodyElseWaits()
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given("keyless");
        using var deputy = new Visitor(Board.Address, name: "Deputy of keyless", grants: [new(Role.CareProvider, Scope.Of(home))]);
        var page = await deputy.Visit("/account/messages");
        await deputy.Send(page, "push", ("endpoint", messages.Push.NewDevice().Endpoint), ("p256dh", "bm9uZQ"), ("auth", "x"), ("key", page.Document.QuerySelector("#push")!.GetAttribute("data-push-key")!));
        var phone = await messages.Subscribed(deputy);
        await messages.Ask(home, ward, "S-1", hours: 8);

        await messages.Look();

        phone.Shown.ShouldHaveSingleItem();
        (await deputy.Visit("/account/messages")).Text.ShouldContain("Off This device’s keys cannot be used.");
    }

    [Fact]
    public async Task GivenTwoNodesThatLookAtOnce_ThenEachMessageIsSentOnce()
    {
        var (_, address) = await Told("twice");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ActivatorUtilities.CreateInstance<MessageRun>(Board.Services).Look(CancellationToken.None))));

        messages.SubjectsTo(address).ShouldHaveSingleItem();
    }

    /// <summary>A deputy whose address is confirmed, and whose home has just been asked.</summary>
    private async Task<(Visitor Deputy, string Address)> Told(string locality)
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given(locality);
        var deputy = new Visitor(Board.Address, name: $"Deputy of {locality}", grants: [new(Role.CareProvider, Scope.Of(home))]);
        var address = $"deputy@{locality}.example";
        await messages.Verified(deputy, "/account/messages", address);
        await messages.Ask(home, ward, "S-1", hours: 8);
        return (deputy, address);
    }
}
