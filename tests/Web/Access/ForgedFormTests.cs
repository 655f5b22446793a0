using System.Net;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Gate;
using CapacityBoard.Support;

namespace CapacityBoard.Access;

/// <summary>Forms and calls that somebody else made, that are sent once more, or that a page does not have.</summary>
public sealed class ForgedFormTests(PolicyWalkTests.TwoLocalities places) : IClassFixture<PolicyWalkTests.TwoLocalities>
{
    private const string Form = "unchanged";

    /// <summary>Mail programs send it for their users, without a token (RFC 8058): whoever has the link may stop what it belongs to.</summary>
    private const string SentByMailPrograms = "PAGE /Messages/Links/Stop POST";

    private readonly TestBoard _board = places.Board;

    [Fact]
    public async Task GivenEveryForm_WhenItHasNoTokenOrAnothersOrComesFromElsewhere_ThenRefusedWhoeverIsSignedIn()
    {
        var session = await Sessions.CookieOf(_board.Address);
        var own = await places.TokenWith(session);
        var anothers = await places.TokenWith(await Sessions.CookieOf(_board.Address, "An attacker", Sessions.Everything));
        var wrong = new List<string>();
        foreach (var form in (await EveryEndpoint.Of(_board)).Where(endpoint => endpoint is { IsForm: true, Name: not SentByMailPrograms }))
        {
            var (without, withAnothers, fromElsewhere) = (await Ask(form, null), await Ask(form, anothers), await Ask(form, own, "https://elsewhere.example"));
            if ((without, withAnothers, fromElsewhere) != (HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden))
            {
                wrong.Add($"{form}: {without} without a token, {withAnothers} with another's, {fromElsewhere} from elsewhere");
            }
        }

        wrong.ShouldBeEmpty();

        Task<HttpStatusCode> Ask(AskedEndpoint form, string? token, string? origin = null) => places.Ask(form, TestBoard.Locality, session, token, origin: origin);
    }

    [Fact]
    public async Task GivenEveryCallThatChangesSomething_WhenAnotherSitesPageSendsIt_ThenRefused()
    {
        var session = await Sessions.CookieOf(_board.Address);
        var wrong = new List<string>();
        foreach (var call in (await EveryEndpoint.Of(_board)).Where(endpoint => !endpoint.IsForm && endpoint.Method != "GET"))
        {
            var status = await places.Ask(call, TestBoard.Locality, session, null, origin: "https://elsewhere.example");
            wrong.AddRange(status == HttpStatusCode.Forbidden ? [] : [$"{call} answered {status}"]);
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>A page that is shown without its handler has looked nothing up, and asked nobody whether it may.</summary>
    [Fact]
    public async Task GivenEveryPage_WhenAskedByAMethodOrForAFormThatItHasNot_ThenItIsNotShown()
    {
        var session = await Sessions.CookieOf(_board.Address);
        var token = await places.TokenWith(session);
        var wrong = new List<string>();
        foreach (var page in (await EveryEndpoint.Of(_board)).Where(endpoint => endpoint.Name.StartsWith("PAGE", StringComparison.Ordinal) && endpoint is { Method: "GET", Name: not "PAGE /Hosting/Error" }))
        {
            var traced = await places.Ask(page with { Method = "TRACE" }, TestBoard.Locality, session, token);
            var sent = await places.Ask(page with { Method = "POST", Handler = "NoSuchForm" }, TestBoard.Locality, session, token);
            var hasOneForm = AccessTable.Find($"{page.Name} POST") is not null;
            if (traced != HttpStatusCode.MethodNotAllowed || (sent != HttpStatusCode.MethodNotAllowed && !hasOneForm))
            {
                wrong.Add($"{page}: {traced} where traced, {sent} for a form that it has not");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenFormThatWasSent_WhenReplayed_ThenDoneOnce()
    {
        await _board.OnTheBoard(await _board.CareHome("replayed"));
        using var person = new Visitor(_board.Address);
        var page = await person.Visit("/stockport/sites/replayed");
        (await person.Send(page, Form)).Status.ShouldBe(200);
        var version = await Version("replayed");

        (await person.Send(page, Form)).Status.ShouldBe(200);

        (await Version("replayed")).ShouldBe(version);
    }

    [Fact]
    public async Task GivenSiteOfAnotherLocality_WhenItsAddressIsGuessed_ThenRefusedWhetherItExistsOrNotAndNoted()
    {
        using var person = new Visitor(_board.Address, name: "Guessing", grants: [new(Role.TransferTeam, Scope.Parse("trafford"))]);

        (await person.Visit("/stockport/sites/the-limes")).Status.ShouldBe(403);
        (await person.Visit("/stockport/sites/there-is-none-such")).Status.ShouldBe(403);
        (await person.Visit("/nowhere/sites/there-is-none-such")).Status.ShouldBe(403);

        (await _board.ActsOf("Guessing")).ShouldBe([Acts.Refused, Acts.Refused, Acts.Refused]);
    }

    private async Task<long> Version(string home) => (await _board.Read(Sites.SiteKind.CareHome, Sites.SiteKey.Of("stockport", home))).Version;
}
