using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Support;

/// <summary>The part of a sign-on provider that programs call: it exchanges codes for tokens and answers /userinfo.</summary>
internal sealed class SignOnTokens(SignOnProvider provider, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, SignOnCode> _codes = new();
    private readonly ConcurrentDictionary<string, SignOnPerson> _accessTokens = new();

    public SignOnKeys Keys { get; } = new();

    public string NewCode(SignOnRequest request, SignOnPerson person)
    {
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        _codes[code] = new(request, person);
        return code;
    }

    public async Task<IResult> Redeem(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (ClientOf(request, form) != (SignOnProvider.ClientId, SignOnProvider.ClientSecret))
        {
            return TypedResults.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        }

        if (form["grant_type"] != "authorization_code")
        {
            return TypedResults.BadRequest(new { error = "unsupported_grant_type" });
        }

        // A code can be used only once, whether or not that succeeds.
        return _codes.TryRemove(form["code"].ToString(), out var code) && IsFor(code.Request, form)
            ? TypedResults.Ok(TokensOf(code))
            : TypedResults.BadRequest(new { error = "invalid_grant" });
    }

    public IResult UserInfo(HttpRequest request)
    {
        var authorization = AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var value) ? value : null;
        if (authorization is not { Scheme: "Bearer", Parameter: { } token } || !_accessTokens.TryGetValue(token, out var person))
        {
            return TypedResults.Unauthorized();
        }

        return TypedResults.Ok(person.ClaimsOf(provider.Fault == SignOnFault.OtherUserInfoSubject ? "somebody-else" : null));
    }

    public void Dispose() => Keys.Dispose();

    /// <summary>From the Authorization header or the form; programs may use either.</summary>
    private static (string Id, string Secret) ClientOf(HttpRequest request, IFormCollection form)
    {
        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header is { Scheme: "Basic", Parameter: { } basic })
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(basic)).Split(':', 2);
            return (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[^1]));
        }

        return (form["client_id"].ToString(), form["client_secret"].ToString());
    }

    private static bool IsFor(SignOnRequest request, IFormCollection form) =>
        form["redirect_uri"] == request.Redirect!.OriginalString
        && WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == request.Challenge;

    private Dictionary<string, object> TokensOf(SignOnCode code)
    {
        var now = clock.GetUtcNow();
        var access = new Dictionary<string, object> { ["sub"] = code.Person.Subject, ["jti"] = Guid.NewGuid().ToString() };
        var accessToken = Keys.Sign(Dated(access, provider.Issuer, now), "at+jwt", SignOnFault.None);
        _accessTokens[accessToken] = code.Person;
        return new()
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)Lifetime.TotalSeconds,
            ["access_token"] = accessToken,
            ["id_token"] = Keys.Sign(Identity(code, now), "JWT", provider.Fault),
        };
    }

    private Dictionary<string, object> Identity(SignOnCode code, DateTimeOffset now)
    {
        var claims = code.Person.ClaimsOf();
        if (code.Request.Nonce is { } nonce)
        {
            claims["nonce"] = provider.Fault == SignOnFault.WrongNonce ? $"{nonce}-of-another" : nonce;
        }

        var audience = provider.Fault == SignOnFault.WrongAudience ? "another-program" : SignOnProvider.ClientId;
        Dated(claims, audience, provider.Fault == SignOnFault.Expired ? now - Lifetime - TimeSpan.FromHours(1) : now);
        claims["iss"] = provider.Fault == SignOnFault.WrongIssuer ? "https://sign-on.example" : provider.Issuer;
        return claims;
    }

    private Dictionary<string, object> Dated(Dictionary<string, object> claims, string audience, DateTimeOffset at)
    {
        claims["iss"] = provider.Issuer;
        claims["aud"] = audience;
        claims["iat"] = claims["auth_time"] = at.ToUnixTimeSeconds();
        claims["exp"] = (at + Lifetime).ToUnixTimeSeconds();
        return claims;
    }
}
