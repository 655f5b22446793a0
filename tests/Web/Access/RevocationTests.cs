using System.Net.Http.Headers;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Board;
using CapacityBoard.Screens;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access;

/// <summary>What was given can be taken away, from screens that are open too.</summary>
public sealed class RevocationTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly Grant Team = new(Role.TransferTeam, Scope.Parse("stockport"));

    private IServiceProvider Services => board.Services;

    [Fact]
    public async Task GivenOpenScreen_WhenItsPersonsRoleIsTakenAway_ThenItIsEndedAndNotLetInAgain()
    {
        var home = await Home();
        using var person = new Visitor(board.Address, name: "Losing a role", grants: [Team]);
        await person.Visit("/stockport");
        await using var hub = await Watching(await Sessions.CookieOf(board.Address, "Losing a role"));

        await board.With("Losing a role", (register, account) => register.Take(account, Team, GivenAccounts.Administrator));
        await Sweep();

        await hub.Ended().Within("the connection is ended");
        (await person.Visit("/stockport")).Status.ShouldBe(403);
        (await board.Confirm(home)).ThenAccepted();
    }

    [Fact]
    public async Task GivenOpenScreen_WhenItsPersonIsSignedOutEverywhere_ThenItIsEnded()
    {
        await Home();
        await using var hub = await Watching(await Sessions.CookieOf(board.Address, "Signed out", [Team]));

        await board.With("Signed out", (register, account) => register.SignOutEverywhere(account, GivenAccounts.Administrator));
        await Sweep();

        await hub.Ended().Within("the connection is ended");
    }

    [Fact]
    public async Task GivenOpenScreen_WhenNothingIsTakenAway_ThenItStays()
    {
        await Home();
        await using var hub = await Watching(await Sessions.CookieOf(board.Address, "Staying", [Team]));

        await Sweep();

        (await hub.Watch("stockport").Within("the hub answers")).ShouldNotBeNull();
    }

    [Fact]
    public async Task GivenScreenOfTheWholeBoard_WhenItsPersonMaySeeCountsAlone_ThenItIsEnded()
    {
        await Home();
        await using var hub = await Watching(await Sessions.CookieOf(board.Address, "Seeing less", [Team]));

        await board.With("Seeing less", async (register, account) =>
        {
            await register.Give(account, new(Role.Viewer, Team.Scope), GivenAccounts.Administrator);
            await register.Take(account, Team, GivenAccounts.Administrator);
        });
        await Sweep();

        await hub.Ended().Within("the connection is ended");
    }

    [Fact]
    public async Task GivenWallboardLink_WhenOpened_ThenCountsAreShownWithoutNamesAndNothingElse()
    {
        await Home();
        using var wall = new Visitor(board.Address, name: null);

        var page = await wall.Visit(await Link("In the office"));

        page.Path.ShouldBe("/stockport/wall");
        page.Status.ShouldBe(200);
        (await wall.Visit("/trafford/wall")).Status.ShouldBe(403);
        (await wall.Visit("/stockport/sites/the-limes")).Status.ShouldBe(403);
        (await wall.Visit("/account")).Status.ShouldBe(403);
        (await wall.Visit("/api/localities/stockport/board")).Html.ShouldNotContain("API");
    }

    [Fact]
    public async Task GivenWallboardLinkThatIsRevoked_WhenItsScreenIsOpenOrTheLinkWasStolen_ThenBothSeeNothingMore()
    {
        await Home();
        var links = Services.GetRequiredService<WallboardLinks>();
        var link = await links.Create("By the door", "stockport", "test");
        using var wall = new Visitor(board.Address, name: null);
        await wall.Visit(links.PathOf(link));

        await links.Revoke(link.Id);

        (await wall.Visit("/stockport/wall")).Path.ShouldStartWith("/sign-in");
        using var thief = new Visitor(board.Address, name: null);
        (await thief.Visit(links.PathOf(link))).Status.ShouldBe(410);
    }

    [Theory]
    [InlineData("/wallboard/abc")]
    [InlineData("/wallboard/CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task GivenLinkThatIsMadeUp_WhenOpened_ThenNobodyIsLetIn(string path)
    {
        using var thief = new Visitor(board.Address, name: null);

        (await thief.Visit(path)).Status.ShouldBe(410);
        (await thief.Visit("/")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task GivenKey_WhenRevokedOrExpiredOrGuessed_ThenItIsNoKey()
    {
        await Home();
        var keys = Services.GetRequiredService<ApiKeys>();
        var key = await keys.Create("A machine", [Team], TimeSpan.FromDays(1), "test");
        var expired = await keys.Create("An old machine", [Team], TimeSpan.FromDays(-1), "test");
        (await StatusWith(key)).ShouldBe(200);
        (await StatusWith(expired)).ShouldBe(401);
        (await StatusWith(key[..^1] + (key[^1] == '0' ? '1' : '0'))).ShouldBe(401);
        (await StatusWith("cbk_unknown_secret")).ShouldBe(401);
        (await StatusWith("nonsense")).ShouldBe(401);

        await keys.Revoke(key.Split('_')[1]);

        (await StatusWith(key)).ShouldBe(401);
    }

    [Fact]
    public async Task GivenKeyOfAMachine_WhenItActsForSomebody_ThenBothNamesStandThereAndNobodyCanBeTakenForAnother()
    {
        var home = await Home();
        var keys = Services.GetRequiredService<ApiKeys>();
        var key = await keys.Create("Ward system", [Team], TimeSpan.FromDays(1), "test");

        (await Confirm(home, key, "Sister Brown")).Status.ShouldBe(200);
        ((string?)(await board.Read(Sites.SiteKind.CareHome, home)).Json["figures"]!["declared"]!["by"]).ShouldBe("Sister Brown via Ward system");
        (await Confirm(home, key, "Somebody via Another machine")).ThenRefused(422, "invalid", "Acting-As");
    }

    private async Task<Answer> Confirm(Sites.SiteKey home, string key, string actingAs)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Sites.SiteApi.AddressOf(Sites.SiteKind.CareHome, home)}/confirm-unchanged");
        request.Content = TestBoard.Json(new Beds.ConfirmUnchanged());
        request.Headers.Authorization = new("Bearer", key);
        request.Headers.Add("Acting-As", actingAs);
        using var response = await board.Http.SendAsync(request);
        return await Answer.Of(response);
    }

    private async Task<int> StatusWith(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/localities/stockport/board");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await board.Http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private async Task<string> Link(string name)
    {
        var links = Services.GetRequiredService<WallboardLinks>();
        return links.PathOf(await links.Create(name, "stockport", "test"));
    }

    private async Task<Sites.SiteKey> Home()
    {
        var home = await board.CareHome("the-limes");
        await board.OnTheBoard(home);
        return home;
    }

    private async Task<HubConnection> Watching(string cookie)
    {
        var hub = BoardConnection.To(board.Address, new Dictionary<string, string> { ["Cookie"] = $"{Sessions.CookieName}={cookie}" });
        await hub.StartAsync().Within("the screen is connected");
        await hub.Watch("stockport").Within("the hub answers");
        return hub;
    }

    /// <summary>What the server does every quarter of a minute.</summary>
    private Task Sweep() => Services.GetRequiredService<ScreenSweep>().Look(CancellationToken.None);
}
