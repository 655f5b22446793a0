using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Support;

/// <summary>
/// An organisation's single sign-on: a small OpenID Connect provider on its own loopback port. It knows one program, signs in at
/// once the person that the test has put at the keyboard, and misbehaves when told to. It supports only the code flow with PKCE.
/// </summary>
public sealed class SignOnProvider : IAsyncDisposable
{
    public const string ClientId = "capacity-board";
    public const string ClientSecret = "known to the tests: a + b";

    private readonly WebApplication _app;
    private readonly SignOnTokens _tokens;
    private int _signOuts;

    private SignOnProvider(TimeProvider clock)
    {
        _tokens = new(this, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/.well-known/openid-configuration", Configuration);
        _app.MapGet("/jwks", _tokens.Keys.Jwks);
        _app.MapGet("/authorize", (HttpRequest request) => Authorize(request, tapped: false));
        _app.MapPost("/authorize", (HttpRequest request) => Authorize(request, tapped: true));
        _app.MapPost("/token", _tokens.Redeem);
        _app.MapGet("/userinfo", _tokens.UserInfo);
        _app.MapGet("/end-session", EndSession);
    }

    /// <summary>The provider's name and address, from which a program discovers everything else.</summary>
    public string Issuer => _app.Urls.First();

    /// <summary>Settings that make a server sign people in here and give the group <c>itt</c> the transfer team's role.</summary>
    /// <param name="scope">The scope of that role.</param>
    public Dictionary<string, string?> Settings(string scope) => new()
    {
        ["SignOn:Name"] = "Test Trust",
        ["SignOn:Authority"] = Issuer,
        ["SignOn:ClientId"] = ClientId,
        ["SignOn:ClientSecret"] = ClientSecret,
        ["SignOn:Roles:0:Value"] = "itt",
        ["SignOn:Roles:0:Role"] = "transfer-team",
        ["SignOn:Roles:0:Scope"] = scope,
    };

    /// <summary>The person now at the keyboard; null for a person the organisation does not know.</summary>
    public SignOnPerson? Person { get; set; }

    /// <summary>Whether it shows a page with a button before signing in.</summary>
    public bool AsksFirst { get; set; }

    public SignOnFault Fault { get; set; }

    /// <summary>How many times a browser was sent here to sign out.</summary>
    public int SignOuts => _signOuts;

    /// <param name="clock">The clock that dates the tokens; null for the machine's.</param>
    public static async Task<SignOnProvider> Start(TimeProvider? clock = null)
    {
        var provider = new SignOnProvider(clock ?? TimeProvider.System);
        await provider._app.StartAsync().Within("the sign-on provider has started");
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync().AsTask().Within("the sign-on provider is disposed of");
        _tokens.Dispose();
    }

    private Dictionary<string, object> Configuration() => new()
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = $"{Issuer}/authorize",
        ["token_endpoint"] = $"{Issuer}/token",
        ["userinfo_endpoint"] = $"{Issuer}/userinfo",
        ["end_session_endpoint"] = $"{Issuer}/end-session",
        ["jwks_uri"] = $"{Issuer}/jwks",
        ["response_types_supported"] = new[] { "code" },
        ["response_modes_supported"] = new[] { "query", "form_post" },
        ["subject_types_supported"] = new[] { "public" },
        ["scopes_supported"] = new[] { "openid", "profile" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
    };

    private IResult Authorize(HttpRequest asked, bool tapped)
    {
        var request = SignOnRequest.Of(asked.Query);
        if (request.ClientId != ClientId || request.Redirect is null)
        {
            // The caller is not authenticated yet, so nothing is sent to the address it names.
            return SignOnPages.Refused("The program is not known, or names no address to come back to.");
        }

        if ((request.Error ?? ErrorOfPerson()) is { } error)
        {
            return SignOnPages.Back(request, new Dictionary<string, string?> { ["error"] = error, ["state"] = request.State });
        }

        return AsksFirst && !tapped ? SignOnPages.Asking(Person!, asked.QueryString.Value!) : SignedIn(request, Person!);
    }

    private string? ErrorOfPerson() => Fault == SignOnFault.AccessDenied ? "access_denied" : Person is null ? "login_required" : null;

    private IResult SignedIn(SignOnRequest request, SignOnPerson person) => SignOnPages.Back(request, new Dictionary<string, string?>
    {
        ["code"] = _tokens.NewCode(request, person),
        ["state"] = Fault == SignOnFault.OtherState ? "never-sent" : request.State,
        ["iss"] = Issuer,
    });

    private IResult EndSession(HttpRequest request)
    {
        Interlocked.Increment(ref _signOuts);
        var back = request.Query["post_logout_redirect_uri"].ToString();
        return back.Length == 0
            ? SignOnPages.SignedOut()
            : TypedResults.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["state"] = request.Query["state"] }));
    }
}
