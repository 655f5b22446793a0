using System.Net;
using System.Text.RegularExpressions;
using CapacityBoard.Access.Store;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Access.Audit;

/// <summary>Nothing that lets somebody in is in a log, the access log or a file of the audit, whatever people did with it.</summary>
public sealed class NothingSecretTests : IAsyncLifetime
{
    private const string Password = "umbrella harvest quartz";
    private const string NotTheirPassword = "umbrella harvest quarry";
    private const string Wanted = "orchard pelican granite";

    private readonly CapturedLog _log = new();
    private SignOnProvider _provider = null!;
    private TestBoard _board = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await SignOnProvider.Start();
        _board = new()
        {
            Configure = builder => builder.Logging.AddProvider(_log),
            Settings = new(_provider.Settings("stockport")) { ["Logging:LogLevel:CapacityBoard"] = "Trace" },
        };
        await _board.InitializeAsync();
        await _board.OnTheBoard(await _board.CareHome("the-limes"));
    }

    public async ValueTask DisposeAsync()
    {
        await _board.DisposeAsync();
        await _provider.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task WhenPeopleAndMachinesAreLetInAndRefusedInEveryWay_ThenNothingSecretIsInAnyLog()
    {
        List<string> secrets = [Password, NotTheirPassword, Wanted, .. await Joins(), .. await SignsInWrongly(), .. await Machines(), .. await Walls(), .. await SignsOn()];
        using var administrator = _board.Everywhere();
        var session = await Sessions.CookieOf(_board.Address, Administrators.OfEverywhere, [new(Role.Administrator, Scope.Everywhere)]);
        var file = await administrator.Visit("/admin/audit?format=csv");
        file.Html.ShouldContain("sign-in-failed");
        var kept = await _board.Services.GetRequiredService<AccessStore>().Ask(context => context.Log.AsNoTracking().ToListAsync());
        var written = string.Join('\n', [_log.Text, file.Html, .. kept.Select(line => $"{line.Who} {line.Act} {line.About} {line.Stay} {line.Operation} {line.Address} {line.Note}")]);

        _log.Text.ShouldContain("Serving at", customMessage: "the log is captured");
        secrets.Count.ShouldBeGreaterThan(15);
        secrets.Append(session).Where(secret => Regex.IsMatch(written, $"(?<![0-9]){Regex.Escape(secret)}(?![0-9])")).ShouldBeEmpty();
        written.ShouldNotContain("eyJ", Case.Sensitive, "an identity token");
    }

    /// <summary>Somebody joins by a link, sets up their app, signs in with a code, and changes their password.</summary>
    private async Task<IEnumerable<string>> Joins()
    {
        using var person = Stranger();
        var link = await _board.Invitation("joining", new Grant(Role.Viewer, Scope.Parse("stockport")));
        var authenticator = await person.Send(await person.Visit(link), "join", ("password", Password));
        var key = authenticator.AppKey;
        var app = new AuthenticatorApp(key);
        var codes = (await person.Send(authenticator, "authenticator", ("code", app.Code()))).RecoveryCodes;
        await person.Send(await person.Visit("/account"), "password", ("current", NotTheirPassword), ("password", Wanted));

        using var again = Stranger();
        var second = await again.Send(await again.Visit("/sign-in"), "sign-in", ("name", "joining"), ("password", Password));
        await again.Send(second, "recovery", ("code", "11111-22222"));
        await again.Send(second, "authenticator", ("code", app.Code()));
        using var without = Stranger();
        await without.Send(await without.Send(await without.Visit("/sign-in"), "sign-in", ("name", "joining"), ("password", Password)), "recovery", ("code", codes[0]));
        (await person.Visit(link)).Text.ShouldContain("This link no longer works");
        return [Query(link, "token"), WebUtility.UrlEncode(Query(link, "token")), key, key.Replace(" ", "", StringComparison.Ordinal), app.Code(), "11111-22222", .. codes];
    }

    /// <summary>Somebody types their password where their name belongs, and another one too often.</summary>
    private async Task<IEnumerable<string>> SignsInWrongly()
    {
        using var person = Stranger();
        var page = await person.Visit("/sign-in");
        await person.Send(page, "sign-in", ("name", Password), ("password", "whatever it was"));
        for (var guess = 0; guess < 6; guess++)
        {
            await person.Send(page, "sign-in", ("name", "joining"), ("password", NotTheirPassword));
        }

        return ["whatever it was"];
    }

    private async Task<IEnumerable<string>> Machines()
    {
        using var administrator = _board.Everywhere();
        var page = await administrator.Send(
            await administrator.Visit("/admin/keys"), "make", ("name", "Ward system"), ("role", "viewer"), ("scope", "stockport"), ("days", "30"));
        var key = page.Once();
        key.ShouldStartWith("cbk_");
        foreach (var text in new[] { key, $"{key[..^1]}x" })
        {
            await With(text, "/api/localities/stockport/board");
            await With(text, "/api/localities/trafford/board");
        }

        return [key, key.Split('_')[2]];
    }

    private async Task<IEnumerable<string>> Walls()
    {
        var links = _board.Services.GetRequiredService<WallboardLinks>();
        var path = links.PathOf(await links.Create("In the office", "stockport", "test"));
        using var wall = Stranger();
        await wall.Visit(path);
        (await wall.Visit("/stockport/sites/the-limes")).Status.ShouldBe(403);
        await wall.Visit("/wallboard/made-up-by-somebody");
        return [path.Split('/')[^1], "made-up-by-somebody"];
    }

    private async Task<IEnumerable<string>> SignsOn()
    {
        foreach (var fault in Enum.GetValues<SignOnFault>())
        {
            (_provider.Person, _provider.Fault) = (SignOnPerson.InGroups("1", "Jo Brown", "itt"), fault);
            using var person = Stranger();
            await person.Visit("/sign-in/organisation");
        }

        return [SignOnProvider.ClientSecret];
    }

    private async Task With(string key, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", key);
        using var response = await _board.Http.SendAsync(request);
    }

    private Visitor Stranger() => new(_board.Address, name: null);

    private static string Query(string link, string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link.Split('?')[1])[name].ToString();
}
