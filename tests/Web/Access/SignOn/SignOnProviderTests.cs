using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CapacityBoard.Support;

namespace CapacityBoard.Access.SignOn;

/// <summary>The provider that tests sign in at keeps the rules that it is to test others by.</summary>
public sealed class SignOnProviderTests : IAsyncLifetime
{
    private SignOnProvider _provider = null!;
    private SignOnWalk _walk = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await SignOnProvider.Start();
        _provider.Person = SignOnPerson.InGroups("123", "Jo Brown", "itt");
        _walk = new(_provider);
    }

    public async ValueTask DisposeAsync()
    {
        _walk.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task GivenPersonAtTheKeyboard_WhenTheWayIsWalked_ThenTokensTellWhoItIs()
    {
        (await _walk.Read("/.well-known/openid-configuration")).GetProperty("issuer").GetString().ShouldBe(_provider.Issuer);
        (await _walk.ComeBack())["state"].ShouldBe("the state");

        var (identity, access) = await _walk.Tokens();

        (await _walk.IsSigned(identity)).ShouldBeTrue();
        (await _walk.IsSigned(access)).ShouldBeTrue();
        var claims = SignOnWalk.ClaimsOf(identity);
        claims.GetProperty("iss").GetString().ShouldBe(_provider.Issuer);
        claims.GetProperty("aud").GetString().ShouldBe(SignOnProvider.ClientId);
        claims.GetProperty("nonce").GetString().ShouldBe("the nonce");
        claims.GetProperty("sub").GetString().ShouldBe("123");
        claims.GetProperty("groups")[0].GetString().ShouldBe("itt");
        (await _walk.Read("/userinfo", access)).GetProperty("name").GetString().ShouldBe("Jo Brown");
        (await Should.ThrowAsync<HttpRequestException>(() => _walk.Read("/userinfo", identity))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("code_verifier", "the verifier of somebody who only saw the code", "invalid_grant")]
    [InlineData("redirect_uri", "http://elsewhere.example/signin-oidc", "invalid_grant")]
    [InlineData("client_id", "another-program", "invalid_client")]
    [InlineData("client_secret", "guessed", "invalid_client")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task GivenCode_WhenRedeemedWithSomethingWrong_ThenRefused(string field, string wrong, string error)
    {
        var code = (await _walk.ComeBack())["code"];
        _walk.Redemption[field] = wrong;

        (await _walk.Redeem(code)).Answer.GetProperty("error").GetString().ShouldBe(error);
    }

    [Fact]
    public async Task GivenCodeWasRedeemed_WhenRedeemedAgain_ThenRefused()
    {
        var code = (await _walk.ComeBack())["code"];
        (await _walk.Redeem(code)).Status.ShouldBe(HttpStatusCode.OK);

        (await _walk.Redeem(code)).Answer.GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task GivenProgramThatSendsItsSecretInTheHeader_WhenItRedeems_ThenTokens()
    {
        _walk.Redemption.Remove("client_secret");
        var secret = $"{SignOnProvider.ClientId}:{Uri.EscapeDataString(SignOnProvider.ClientSecret)}";

        var (status, _) = await _walk.Redeem(
            (await _walk.ComeBack())["code"], new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))));

        status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("response_type", "id_token", "unsupported_response_type")]
    [InlineData("scope", "profile", "invalid_scope")]
    public async Task GivenRequestThatLacksSomething_WhenSent_ThenTheProgramIsTold(string field, string? value, string error)
    {
        _walk.Request[field] = value;

        var back = await _walk.ComeBack();

        (back["error"], back["state"]).ShouldBe((error, "the state"));
        back.ShouldNotContainKey("code");
    }

    [Fact]
    public async Task GivenUnknownProgram_WhenItAsks_ThenNobodyIsSentAnywhere()
    {
        _walk.Request["client_id"] = "another-program";

        using var response = await _walk.Authorize();

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task GivenItAsksFirst_WhenTheButtonIsTapped_ThenSentBackByAForm()
    {
        _provider.AsksFirst = true;
        _walk.Request["response_mode"] = "form_post";
        using var asking = await _walk.Authorize();
        (await asking.Content.ReadAsStringAsync()).ShouldContain("Continue as Jo Brown");

        using var back = await _walk.Authorize(HttpMethod.Post);

        var form = (await VisitedPage.Of(back)).Form("back");
        form.Action.ShouldBe(SignOnWalk.Redirect);
        form.Fields["state"].ShouldBe("the state");
        (await _walk.Redeem(form.Fields["code"])).Status.ShouldBe(HttpStatusCode.OK);
    }
}
