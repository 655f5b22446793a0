using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Wallboards;

/// <summary>An administrator lets screens on walls in, and ends that.</summary>
public sealed class WallboardsPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _stockport = board.Stockport();

    public void Dispose() => _stockport.Dispose();

    [Fact]
    public async Task GivenLink_WhenMade_ThenAScreenComesInByItUntilItIsRevoked()
    {
        await board.OnTheBoard(await board.CareHome("the-limes"));
        var made = await Make("Discharge lounge", "stockport");
        made.Said.ShouldStartWith("Link for Discharge lounge created.");
        var path = new Uri(made.Document.QuerySelector("code.cb-copy:not([id])").Read()).PathAndQuery;
        using var screen = new Visitor(board.Address, name: null);
        (await screen.Visit(path)).Path.ShouldStartWith("/stockport/wall");

        var revoked = await _stockport.Send(made, made.FormOf("revoke"));

        revoked.Said.ShouldContain("revoked.");
        using var late = new Visitor(board.Address, name: null);
        (await late.Visit(path)).Path.ShouldNotStartWith("/stockport/wall");
    }

    [Theory]
    [InlineData("", "stockport", "make-name")]
    [InlineData("Bad place", "", "make-locality")]
    [InlineData("Bad place", "trafford", "make-locality")]
    [InlineData("Bad place", "*", "make-locality")]
    [InlineData("Ada, Stockport", "stockport", "make-name")]
    public async Task GivenWhatCannotBe_WhenMade_ThenSaidAtTheFieldAndNoLinkIs(string name, string locality, string field)
    {
        var after = await Make(name, locality);

        after.Html.ShouldContain($"href=\"#{field}\"");
        (await board.Ask(context => context.Links.AnyAsync(link => link.Name == "Bad place" || link.Name == "Ada, Stockport"))).ShouldBeFalse();
    }

    [Fact]
    public async Task GivenTheSameNameTwice_ThenTheSecondIsRefused()
    {
        await Make("Bed office", "stockport");

        (await Make("BED office", "stockport")).ErrorSummary.ShouldContain("Another link is called");
    }

    [Fact]
    public async Task GivenLinkOfAnotherLocality_ThenNeitherSeenNorRevoked()
    {
        var link = await board.Services.GetRequiredService<WallboardLinks>().Create("Wall of Trafford", "trafford", "someone");
        var page = await Make("A wall of ours", "stockport");
        page.Text.ShouldNotContain("Wall of Trafford");

        var after = await _stockport.Send(page, page.FormOf("revoke"), ("the-link", link.Id));

        after.ErrorSummary.ShouldContain("You do not have permission to revoke");
        (await board.Ask(context => context.Links.AsNoTracking().SingleAsync(each => each.Id == link.Id))).Revoked.ShouldBeNull();
    }

    private async Task<VisitedPage> Make(string name, string locality) => await _stockport.Send(
        await _stockport.Visit("/admin/wallboards"), "make", ("name", name), ("locality", locality));
}
