using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Enquiries;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Support.Messages;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Messages;

/// <summary>What the links in e-mails do, for whoever has them, without signing anybody in.</summary>
public sealed class MessageLinkTests(MessagesBoard messages) : IClassFixture<MessagesBoard>
{
    private TestBoard Board => messages.Board;

    [Fact]
    public async Task GivenFiguresAboutToGoStale_WhenTheLinkIsOpened_ThenItShowsThemAndOnlyItsButtonConfirmsThemOnce()
    {
        messages.ToMorning();
        var (_, home) = await messages.Given("figures");
        using var deputy = new Visitor(Board.Address, name: "Deputy of figures", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await messages.Verified(deputy, $"/figures/messages?site={home}", "manager@figures.example");
        await messages.After(TimeSpan.FromHours(47.5));
        await messages.Look();
        var link = MessagesBoard.LinkIn(messages.Mail.To("manager@figures.example")[^1], "do");
        using var reader = new Visitor(Board.Address, name: null);

        var page = await reader.Visit(link);
        await reader.Visit(link);
        page.Text.ShouldContain("General nursing: 4 free of 10");
        (await Declared(home)).By.ShouldNotContain("via e-mail link");

        (await reader.Send(page, "do")).Text.ShouldContain("Confirmed: nothing has changed.");
        var confirmed = await Declared(home);
        confirmed.By.ShouldBe("The Limes via e-mail link");
        (await reader.Send(page, "do")).Text.ShouldContain("This link has been used");
        (await Declared(home)).ShouldBe(confirmed);
        (await reader.Visit("/work")).Path.ShouldContain("/sign-in");
        (await deputy.Visit($"/figures/messages?site={home}")).Text.ShouldContain("opened");

        // Two days later they are about to be stale once more.
        var before = messages.SubjectsTo("manager@figures.example").Count;
        await messages.After(TimeSpan.FromHours(47.5));
        messages.SubjectsTo("manager@figures.example").Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task GivenEnquiry_WhenThePersonSaysTheyHaveSeenIt_ThenTheTeamSeesWhoAndItStillWaitsForAnAnswer()
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given("seen");
        using var deputy = new Visitor(Board.Address, name: "Deputy of seen", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await messages.Verified(deputy, "/account/messages", "deputy@seen.example");
        await messages.Ask(home, ward, "S-1", hours: 6, "seen-enquiry");
        await messages.Look();
        using var reader = new Visitor(Board.Address, name: null);

        await reader.Send(await reader.Visit(MessagesBoard.LinkIn(messages.Mail.To("deputy@seen.example")[^1], "do")), "do");

        (await Site(home)).Enquiries.Open.Single().Seen!.By.ShouldBe("Deputy of seen via e-mail link");
        (await deputy.Visit("/work")).Document.QuerySelectorAll(".cb-matter").Length.ShouldBe(1);
    }

    [Fact]
    public async Task GivenLink_WhenTheMatterIsSettledOrTheLinkExpiredOrIsNoneOfOurs_ThenItSaysSoAndDoesNothing()
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given("late");
        using var deputy = new Visitor(Board.Address, name: "Deputy of late", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await messages.Verified(deputy, "/account/messages", "deputy@late.example");
        await messages.Ask(home, ward, "S-1", hours: 100, "late-enquiry");
        await messages.Look();
        var link = MessagesBoard.LinkIn(messages.Mail.To("deputy@late.example")[^1], "do");
        using var reader = new Visitor(Board.Address, name: null);
        var page = await reader.Visit(link);

        (await Board.Say(SiteKind.CareHome, home, new AnswerEnquiry("late-enquiry", PlaceAnswer.Now))).ThenAccepted();
        (await reader.Send(page, "do")).Text.ShouldContain("Nothing is left to do");
        messages.Clock.Shift += TimeSpan.FromHours(49);
        (await reader.Visit(link)).Text.ShouldContain("This link no longer works");
        (await reader.Visit("/account/messages/do?link=CfDJ8nonsense")).Text.ShouldContain("This link no longer works");
        (await reader.Visit("/account/messages/verify")).Text.ShouldContain("This link no longer works");
        (await reader.Visit(link.Replace("/do?", "/stop?", StringComparison.Ordinal))).Text.ShouldContain("This link no longer works");
    }

    [Fact]
    public async Task GivenRoleThatWasTaken_ThenTheLinkDoesNothingAndNothingMoreIsSent()
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given("left");
        using var deputy = new Visitor(Board.Address, name: "Deputy of left", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await messages.Verified(deputy, "/account/messages", "deputy@left.example");
        await messages.Ask(home, ward, "S-1", hours: 6);
        await messages.Look();
        using var reader = new Visitor(Board.Address, name: null);
        var page = await reader.Visit(MessagesBoard.LinkIn(messages.Mail.To("deputy@left.example")[^1], "do"));

        using (var scope = Board.Services.CreateScope())
        {
            var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().Users.SingleAsync(each => each.Name == "Deputy of left");
            await scope.ServiceProvider.GetRequiredService<AccountRegister>().Take(account, new(Role.CareProvider, Scope.Of(home)), AccessActor.Program);
        }

        (await reader.Send(page, "do")).Text.ShouldContain("you no longer have the role for it");
        await messages.After(TimeSpan.FromHours(4));
        messages.SubjectsTo("deputy@left.example").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GivenUnsubscribe_WhenAMailProgramPressesItForItsUser_ThenNothingMoreIsSentUntilItIsSwitchedOn()
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given("stop");
        using var deputy = new Visitor(Board.Address, name: "Deputy of stop", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await messages.Verified(deputy, "/account/messages", "deputy@stop.example");
        await messages.Ask(home, ward, "S-1", hours: 6);
        await messages.Look();
        var mail = messages.Mail.To("deputy@stop.example")[^1];
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");

        using var program = new HttpClient { BaseAddress = Board.Address };
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        (await program.PostAsync(new Uri(new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery, UriKind.Relative), body)).EnsureSuccessStatusCode();
        await messages.After(TimeSpan.FromHours(3.1));

        messages.SubjectsTo("deputy@stop.example").ShouldHaveSingleItem();
        var page = await deputy.Visit("/account/messages");
        page.Text.ShouldContain("Stopped by the link in a message.");
        await deputy.Send(page, page.FormOf("on"));
        await messages.Look();
        messages.SubjectsTo("deputy@stop.example").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("not an address", "Enter an e-mail address, such as manager@example.co.uk.")]
    [InlineData("", "Enter an e-mail address.")]
    [InlineData("a@b@c.example", "Enter an e-mail address, such as manager@example.co.uk.")]
    [InlineData("\"x\r\nBcc: y@z.example\"@q.example", "Remove line breaks and special characters.")]
    public async Task GivenWhatIsNoAddress_ThenItSaysSoAndNothingIsAdded(string typed, string problem)
    {
        using var somebody = new Visitor(Board.Address, name: "Somebody who mistypes", grants: [new(Role.TransferTeam, Scope.Parse("nowhere"))]);

        var page = await somebody.Send(await somebody.Visit("/account/messages"), "add", ("address", typed));

        page.Text.ShouldContain(problem);
        page.Document.QuerySelectorAll(".cb-channels li").ShouldBeEmpty();
    }

    private async Task<Site> Site(SiteKey home)
    {
        await Board.OnTheBoard(home);
        return await Board.Services.GetRequiredService<ISiteClient>().Read(SiteKind.CareHome, home);
    }

    private async Task<Stamp> Declared(SiteKey home) => (await Site(home)).Capacity.Declared!;
}
