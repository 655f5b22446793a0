using CapacityBoard.Access;
using CapacityBoard.Enquiries;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Support.Messages;
using CapacityBoard.Ui;

namespace CapacityBoard.Messages;

/// <summary>A home is told of an enquiry, reminded, and its second contact and the transfer team are told, through a real mail server and push service.</summary>
public sealed class ToldInTimeTests(MessagesBoard messages) : IClassFixture<MessagesBoard>
{
    private TestBoard Board => messages.Board;

    [Fact]
    public async Task GivenEnquiryAtNine_WhenNobodyAnswers_ThenTheHomeIsToldAndRemindedThenItsSecondContactThenTheTeam()
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given("told");
        using var deputy = new Visitor(Board.Address, name: "Deputy of told", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await messages.Verified(deputy, "/account/messages", "deputy@told.example");
        await messages.Verified(deputy, $"/told/messages?site={home}", "manager@told.example");
        await messages.Verified(deputy, $"/told/messages?site={home}", "owner@told.example", ("contact", "2"));
        var phone = await messages.Subscribed(deputy);

        await messages.Ask(home, ward, "S-1", hours: 9);
        await messages.Look();
        await messages.Look();

        var words = "The Limes: an enquiry needs your answer by 18:00 today";
        To("deputy@told.example").ShouldBe([words]);
        To("manager@told.example").ShouldBe([words]);
        To("owner@told.example").ShouldBeEmpty();
        phone.Shown.Select(shown => shown.GetProperty("title").GetString()).ShouldBe([words]);
        phone.Shown[0].GetProperty("path").GetString().ShouldStartWith("/told/sites/the-limes#enquiry-");
        phone.Shown[0].GetProperty("count").GetInt32().ShouldBe(1);

        await messages.After(TimeSpan.FromHours(4.4));
        To("deputy@told.example").Count.ShouldBe(1);

        await messages.After(TimeSpan.FromHours(0.15));
        To("deputy@told.example")[^1].ShouldBe("The Limes: reminder: an enquiry needs your answer by 18:00 today");
        To("manager@told.example").Count.ShouldBe(2);
        phone.Shown.Count.ShouldBe(2);
        To("owner@told.example").ShouldBeEmpty();

        await messages.After(TimeSpan.FromHours(1.4));
        To("owner@told.example").ShouldHaveSingleItem();
        To("deputy@told.example").Count.ShouldBe(2);
        (await Team("told")).ShouldBeEmpty();

        using var team = new Visitor(Board.Address, name: "Team of told", grants: [new(Role.TransferTeam, Scope.Parse("told"))]);
        (await team.Visit(Paths.OfStay(ward, "S-1"))).Text.ShouldContain("Messages: Told today at 09:00. Reminded today at 13:33. Second contact told today at 14:57.");

        await messages.After(TimeSpan.FromHours(1.4));
        (await Team("told")).ShouldHaveSingleItem().ShouldBe("S-1: The Limes has not answered the enquiry: call 0161 496 0101");

        messages.Mail.Taken.ShouldAllBe(mail => !mail.ToString().Contains("S-1", StringComparison.Ordinal));
        phone.Shown.ShouldAllBe(shown => !shown.ToString().Contains("S-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenEnquiry_WhenItIsAnsweredMeanwhile_ThenTheRestIsNeverSent()
    {
        messages.ToMorning();
        var (ward, home) = await messages.Given("answered");
        using var deputy = new Visitor(Board.Address, name: "Deputy of answered", grants: [new(Role.CareProvider, Scope.Of(home))]);
        await messages.Verified(deputy, "/account/messages", "deputy@answered.example");
        await messages.Verified(deputy, $"/answered/messages?site={home}", "owner@answered.example", ("contact", "2"));
        await messages.Ask(home, ward, "S-1", hours: 9, "answered-enquiry");
        await messages.Look();
        (await Board.Say(SiteKind.CareHome, home, new AnswerEnquiry("answered-enquiry", PlaceAnswer.Now))).ThenAccepted();

        for (var hour = 0; hour < 11; hour++)
        {
            await messages.After(TimeSpan.FromHours(1));
        }

        To("deputy@answered.example").ShouldHaveSingleItem();
        To("owner@answered.example").ShouldBeEmpty();
    }

    private IReadOnlyList<string> To(string address) => messages.SubjectsTo(address);

    private async Task<IReadOnlyList<string>> Team(string locality)
    {
        using var team = new Visitor(Board.Address, name: $"Team of {locality}", grants: [new(Role.TransferTeam, Scope.Parse(locality))]);
        return [.. (await team.Visit("/work")).Document.QuerySelectorAll(".cb-matter__what").Select(each => each.TextContent)];
    }
}
