using CapacityBoard.Access;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Support.Messages;

namespace CapacityBoard.Messages;

/// <summary>Texts, through a program that takes only what is signed.</summary>
public sealed class TextTests : IAsyncLifetime
{
    private TextService _texts = null!;
    private MessagesBoard _messages = null!;

    public async ValueTask InitializeAsync()
    {
        _texts = await TextService.Start();
        _messages = new() { Settings = new() { ["Messages:Smtp:Host"] = null, ["Messages:Texts:Url"] = _texts.Url, ["Messages:Texts:Secret"] = TextService.Secret } };
        await _messages.InitializeAsync();
        _messages.ToMorning();
    }

    public async ValueTask DisposeAsync()
    {
        await _messages.DisposeAsync();
        await _texts.DisposeAsync();
    }

    [Fact]
    public async Task GivenMobileNumber_WhenItsLinkIsFollowed_ThenAnEnquiryIsATextWithoutAnybodysReference()
    {
        var (ward, home) = await _messages.Given("texts");
        using var deputy = await Added(home, "07700 900123");
        await _messages.Ask(home, ward, "S-1", hours: 9);
        await _messages.Look();
        _texts.Taken.Count.ShouldBe(1, "nothing is sent before the number is confirmed");

        using var reader = new Visitor(_messages.Board.Address, name: null);
        var link = new Uri(_texts.Taken[0].Text.Split(' ')[^1]).PathAndQuery;
        (await reader.Send(await reader.Visit(link), "verify")).Text.ShouldContain("Messages come to 07700900123");
        await _messages.Look();

        var (to, text) = _texts.Taken[1];
        to.ShouldBe("+447700900123");
        text.ShouldStartWith("The Limes: an enquiry needs your answer by 18:00 today. https://board.example.nhs.uk/texts/sites/the-limes#enquiry-");
        text.ShouldNotContain("S-1");
    }

    [Fact]
    public async Task GivenNumberThatCanGetNoTexts_ThenItSaysSo()
    {
        var (_, home) = await _messages.Given("landline");
        _texts.Answer = 422;
        using var deputy = new Visitor(_messages.Board.Address, name: "Deputy", grants: [new(Role.CareProvider, Scope.Of(home))]);

        var page = await deputy.Send(await deputy.Visit("/account/messages"), "add", ("address", "+44 7700 900456"));

        page.Text.ShouldContain("The link could not be sent. The program that sends texts answered 422.");
        (await deputy.Send(await deputy.Visit("/account/messages"), "add", ("address", "0161 496 0101"))).Text.ShouldContain("Enter a mobile number, such as 07700 900123.");
    }

    private async Task<Visitor> Added(SiteKey home, string number)
    {
        var deputy = new Visitor(_messages.Board.Address, name: "Deputy", grants: [new(Role.CareProvider, Scope.Of(home))]);
        (await deputy.Send(await deputy.Visit("/account/messages"), "add", ("address", number))).Said.ShouldContain("A link was sent to 07700900123.");
        return deputy;
    }
}
