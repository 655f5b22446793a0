using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Store;
using CapacityBoard.Screens;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Gate;

/// <summary>What somebody may not have who asks for it is in the access log, by whichever way they asked.</summary>
public sealed class RefusalsTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly Grant Viewer = new(Role.Viewer, Scope.Parse("stockport"));

    [Fact]
    public async Task GivenLocalityThatIsNotTheirs_WhenTheHubIsAskedForIt_ThenItIsInTheLogOnceWithTheAddress()
    {
        await using var hub = BoardConnection.To(
            board.Address, new Dictionary<string, string> { ["Cookie"] = $"{Sessions.CookieName}={await Sessions.CookieOf(board.Address, "Watches elsewhere", [Viewer])}" });
        await hub.StartAsync().Within("the screen is connected");
        for (var time = 0; time < 2; time++)
        {
            await Should.ThrowAsync<HubException>(() => hub.Watch("trafford").Within("the hub answers"));
        }

        var line = (await LinesOf("Watches elsewhere")).ShouldHaveSingleItem();
        (line.Act, line.About, line.Address, line.Note).ShouldBe((Acts.Refused, "trafford", "127.0.0.1", "Watch"));
    }

    [Fact]
    public async Task GivenStayThatIsNotTheirs_WhenItsPageIsAskedFor_ThenItIsFoundByTheStay()
    {
        using var person = new Visitor(board.Address, name: "Looks elsewhere", grants: [Viewer]);

        foreach (var stay in new[] { "Sally%20Brown", "SH-9", "SH-9" })
        {
            (await person.Visit($"/stockport/stay?site=stockport/the-hospital/a1&stay={stay}")).Status.ShouldBe(403);
        }

        (await LinesOf("Looks elsewhere")).Select(line => (line.About, line.Stay)).ShouldBe([("stockport/the-hospital/a1", null), ("stockport/the-hospital/a1", "SH-9")]);
    }

    [Fact]
    public async Task GivenPageThatOneMaySee_WhenAFormOfItIsSentThatOneMayNot_ThenItIsInTheLog()
    {
        var home = await board.CareHome("not-mine-to-stop");
        await board.OnTheBoard(home);
        using var person = new Visitor(board.Address, name: "Sends too much", grants: [new(Role.CareProvider, Scope.Of(home))]);
        var page = await person.Visit("/stockport/sites/not-mine-to-stop");
        var form = page with { Html = page.Html.Replace("handler=Step", "handler=Suspend", StringComparison.Ordinal) };

        (await person.Send(form, "step-general-nursing", ("step", "more"))).Status.ShouldBe(403);

        var line = (await LinesOf("Sends too much")).Single(line => line.Act == Acts.Refused);
        (line.About, line.Note).ShouldBe((home.Value, "POST /stockport/sites/not-mine-to-stop"));
    }

    [Fact]
    public async Task GivenKeyBehindAProxy_WhenItAsksForWhatIsNotItsOwn_ThenItIsInTheLogByItsNameAndOwnAddress()
    {
        var key = await board.Services.GetRequiredService<ApiKeys>().Create("Curious machine", [Viewer], TimeSpan.FromDays(1), "test");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/localities/trafford/board");
        request.Headers.Authorization = new("Bearer", key);
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");

        using var response = await board.Http.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(403);
        var line = (await LinesOf("Curious machine")).Single(line => line.Act == Acts.Refused);
        (line.About, line.Address).ShouldBe(("trafford", "203.0.113.9"));
    }

    [Fact]
    public async Task GivenCallerWhoIsRefusedThousandsOfTimes_ThenTheFirstHaveALineEachAndTheRestOneWithTheirNumber()
    {
        var key = await board.Services.GetRequiredService<ApiKeys>().Create("Flooding machine", [Viewer], TimeSpan.FromDays(1), "test");
        using var http = new HttpClient { BaseAddress = board.Address, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
        await Parallel.ForAsync(0, 500, async (number, token) =>
            ((int)(await http.GetAsync(new Uri($"/api/localities/locality-{number}/board", UriKind.Relative), token)).StatusCode).ShouldBe(403));
        (await Refused()).Count.ShouldBe(RefusalCounts.MostLines);

        await board.Services.GetRequiredService<RefusalCounts>().Write(all: true, CancellationToken.None);

        var lines = await Refused();
        lines.Count.ShouldBe(RefusalCounts.MostLines + 1);
        lines[^1].Note.ShouldNotBeNull().ShouldStartWith("480 more within 15 minutes, the last: GET /");

        async Task<List<AccessEntry>> Refused() => [.. (await LinesOf("Flooding machine")).Where(line => line.Act == Acts.Refused)];
    }

    private Task<List<AccessEntry>> LinesOf(string who) => board.Services.GetRequiredService<AccessStore>().Ask(
        context => context.Log.AsNoTracking().Where(line => line.Who == who).OrderBy(line => line.Id).ToListAsync());
}
