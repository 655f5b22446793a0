using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Support;

/// <summary>Signs a person in at a provider step by step, as an OpenID Connect client does.</summary>
internal sealed class SignOnWalk(SignOnProvider provider) : IDisposable
{
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string Redirect = "http://board.example/signin-oidc";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(provider.Issuer) };

    public Dictionary<string, string?> Request { get; } = new()
    {
        ["client_id"] = SignOnProvider.ClientId,
        ["redirect_uri"] = Redirect,
        ["response_type"] = "code",
        ["scope"] = "openid profile",
        ["state"] = "the state",
        ["nonce"] = "the nonce",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    public Dictionary<string, string> Redemption { get; } = new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = SignOnProvider.ClientId,
        ["client_secret"] = SignOnProvider.ClientSecret,
        ["redirect_uri"] = Redirect,
        ["code_verifier"] = Verifier,
    };

    public async Task<JsonElement> Read(string path, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = bearer is null ? null : new("Bearer", bearer);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> Authorize(HttpMethod? method = null) =>
        _http.SendAsync(new(method ?? HttpMethod.Get, QueryHelpers.AddQueryString("/authorize", Request)));

    /// <summary>What the browser brings back to the program.</summary>
    public async Task<Dictionary<string, string>> ComeBack()
    {
        using var response = await Authorize();
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.GetLeftPart(UriPartial.Path).ShouldBe(Redirect);
        return QueryHelpers.ParseQuery(response.Headers.Location.Query).ToDictionary(each => each.Key, each => each.Value.ToString());
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> Redeem(string code, AuthenticationHeaderValue? client = null)
    {
        using var content = new FormUrlEncodedContent(Redemption.Append(new("code", code)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token") { Content = content };
        request.Headers.Authorization = client;
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Runs the whole sign-in and returns its tokens.</summary>
    public async Task<(string Identity, string Access)> Tokens()
    {
        var (status, answer) = await Redeem((await ComeBack())["code"]);
        status.ShouldBe(HttpStatusCode.OK);
        return (answer.GetProperty("id_token").GetString()!, answer.GetProperty("access_token").GetString()!);
    }

    public static JsonElement ClaimsOf(string token) => JsonElement.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[1]));

    /// <summary>True if the token is signed by the provider's published key.</summary>
    public async Task<bool> IsSigned(string token)
    {
        var key = (await Read("/jwks")).GetProperty("keys")[0];
        using var rsa = RSA.Create(new RSAParameters { Modulus = Part("n"), Exponent = Part("e") });
        var signature = WebEncoders.Base64UrlDecode(token[(token.LastIndexOf('.') + 1)..]);
        return rsa.VerifyData(Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        byte[] Part(string name) => WebEncoders.Base64UrlDecode(key.GetProperty(name).GetString()!);
    }

    public void Dispose() => _http.Dispose();
}
