using CapacityBoard.Access.Audit;
using CapacityBoard.Board;
using CapacityBoard.Support;

namespace CapacityBoard.Access;

/// <summary>Forms that somebody else made, or that are sent once more.</summary>
public sealed class ForgedFormTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const string Token = "__RequestVerificationToken";
    private const string Form = "unchanged";

    [Theory, InlineData(""), InlineData("made up")]
    public async Task GivenFormWithoutItsToken_WhenSent_ThenNothingIsDone(string token)
    {
        using var person = await At("forged");
        var version = await Version("forged");
        var page = await person.Visit("/stockport/sites/forged");

        (await person.Send(page, Form, (Token, token))).Status.ShouldBe(400);

        (await Version("forged")).ShouldBe(version);
    }

    [Fact]
    public async Task GivenFormOfSomebodyElse_WhenSentInAnothersName_ThenNothingIsDone()
    {
        using var person = await At("of-another");
        using var attacker = new Visitor(board.Address, name: "An attacker", grants: Sessions.Everything);
        var (_, fields) = (await attacker.Visit("/stockport/sites/of-another")).Form(Form);
        var version = await Version("of-another");

        var page = await person.Visit("/stockport/sites/of-another");
        (await person.Send(page, Form, (Token, fields[Token]))).Status.ShouldBe(400);

        (await Version("of-another")).ShouldBe(version);
    }

    [Fact]
    public async Task GivenFormThatWasSent_WhenReplayed_ThenDoneOnce()
    {
        using var person = await At("replayed");
        var page = await person.Visit("/stockport/sites/replayed");
        (await person.Send(page, Form)).Status.ShouldBe(200);
        var version = await Version("replayed");

        (await person.Send(page, Form)).Status.ShouldBe(200);

        (await Version("replayed")).ShouldBe(version);
    }

    [Fact]
    public async Task GivenSiteOfAnotherLocality_WhenItsAddressIsGuessed_ThenRefusedWhetherItExistsOrNotAndNoted()
    {
        using var home = await At("theirs");
        using var person = new Visitor(board.Address, name: "Guessing", grants: [new(Role.TransferTeam, Scope.Parse("trafford"))]);

        (await person.Visit("/stockport/sites/theirs")).Status.ShouldBe(403);
        (await person.Visit("/stockport/sites/there-is-none-such")).Status.ShouldBe(403);
        (await person.Visit("/nowhere/sites/there-is-none-such")).Status.ShouldBe(403);

        (await board.ActsOf("Guessing")).ShouldBe([Acts.Refused, Acts.Refused, Acts.Refused]);
    }

    private async Task<Visitor> At(string home)
    {
        await board.OnTheBoard(await board.CareHome(home));
        return new(board.Address);
    }

    private async Task<long> Version(string home) => (await board.Read(Sites.SiteKind.CareHome, Sites.SiteKey.Of("stockport", home))).Version;
}
