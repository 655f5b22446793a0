using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Store;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Board;
using CapacityBoard.Screens;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access;

/// <summary>What another node took away is in the database and nowhere else; it ends screens that are open here all the same.</summary>
public sealed class OtherNodeTests : IAsyncLifetime
{
    private static readonly Grant Team = new(Role.TransferTeam, Scope.Parse("stockport"));

    private readonly ClockPutForward _clock = new();
    private readonly TestBoard _board;

    public OtherNodeTests() => _board = new() { Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock) };

    public async ValueTask InitializeAsync()
    {
        await _board.InitializeAsync();
        await _board.OnTheBoard(await _board.CareHome("the-limes"));
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    /// <summary>By what is taken away from whom; they have that for a name.</summary>
    private Dictionary<string, Func<AccessContext, string, Task>> Taken => new()
    {
        ["role taken"] = (context, who) => GrantsOf(context, who).ExecuteDeleteAsync(),
        ["role narrowed"] = (context, who) => GrantsOf(context, who).ExecuteUpdateAsync(grant => grant.SetProperty(each => each.Role, Role.Viewer)),
        ["role moved"] = (context, who) => GrantsOf(context, who).ExecuteUpdateAsync(grant => grant.SetProperty(each => each.Scope, Scope.Parse("trafford"))),
        ["account closed"] = (context, who) => context.Users.Where(account => account.Name == who).ExecuteUpdateAsync(account => account.SetProperty(each => each.Closed, Now)),
        ["signed out"] = (context, who) => context.Users.Where(account => account.Name == who).ExecuteUpdateAsync(account => account.SetProperty(each => each.SecurityStamp, "another")),
        ["key revoked"] = (context, who) => context.Keys.Where(key => key.Name == who).ExecuteUpdateAsync(key => key.SetProperty(each => each.Revoked, Now)),
        ["key run out"] = (context, who) => context.Keys.Where(key => key.Name == who).ExecuteUpdateAsync(key => key.SetProperty(each => each.Expires, Now)),
        ["link revoked"] = (context, who) => context.Links.Where(link => link.Name == who).ExecuteUpdateAsync(link => link.SetProperty(each => each.Revoked, Now)),
    };

    private IServiceProvider Services => _board.Services;

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public async Task GivenOpenScreens_WhenAnotherNodeTakesSomethingAway_ThenEachIsEndedWithinAMinute()
    {
        var screens = new Dictionary<string, HubConnection>();
        foreach (var who in Taken.Keys)
        {
            screens[who] = await Watching(await ProofOf(who));
        }

        await using var untouched = await Watching(await ProofOf("nobody's loss"));
        foreach (var (who, take) in Taken)
        {
            await Services.GetRequiredService<AccessStore>().Ask(async context =>
            {
                await take(context, who);
                return true;
            });
        }

        (Callers.Fresh + ScreenSweep.BetweenLooks).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        _clock.PutForward(Callers.Fresh);
        await Services.GetRequiredService<ScreenSweep>().Look(CancellationToken.None);

        foreach (var (who, screen) in screens)
        {
            await screen.Ended().Within($"the screen is ended where it is the {who}");
            await screen.DisposeAsync();
        }

        (await untouched.Watch("stockport").Within("the hub answers")).ShouldNotBeNull();
    }

    private static IQueryable<GrantRow> GrantsOf(AccessContext context, string who) =>
        context.Grants.Where(grant => context.Users.Any(account => account.Id == grant.Owner && account.Name == who));

    /// <summary>What a new person, key or link of a name shows to be let in: a header.</summary>
    private async Task<(string Header, string Value)> ProofOf(string who)
    {
        if (who.StartsWith("key", StringComparison.Ordinal))
        {
            return ("Authorization", $"Bearer {await Services.GetRequiredService<ApiKeys>().Create(who, [Team], TimeSpan.FromDays(1), "test")}");
        }

        if (!who.StartsWith("link", StringComparison.Ordinal))
        {
            return ("Cookie", $"{Sessions.CookieName}={await Sessions.CookieOf(_board.Address, who, [Team])}");
        }

        var links = Services.GetRequiredService<WallboardLinks>();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var response = await http.GetAsync(new Uri(_board.Address, links.PathOf(await links.Create(who, "stockport", "test"))));
        return ("Cookie", response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private async Task<HubConnection> Watching((string Header, string Value) proof)
    {
        var hub = BoardConnection.To(_board.Address, new Dictionary<string, string> { [proof.Header] = proof.Value });
        await hub.StartAsync().Within("the screen is connected");
        await hub.Watch("stockport").Within("the hub answers");
        return hub;
    }

    /// <summary>The machine's clock, on which time that was measured is longer than it was.</summary>
    private sealed class ClockPutForward : TimeProvider
    {
        private long _more;

        public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref _more);

        public void PutForward(TimeSpan by) => Interlocked.Add(ref _more, (long)(by.TotalSeconds * TimestampFrequency) + 1);
    }
}
