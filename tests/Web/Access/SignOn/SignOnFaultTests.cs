using CapacityBoard.Support;

namespace CapacityBoard.Access.SignOn;

/// <summary>A provider that misbehaves does so in the one way that it was told to.</summary>
public sealed class SignOnFaultTests : IAsyncLifetime
{
    private SignOnProvider _provider = null!;
    private SignOnWalk _walk = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await SignOnProvider.Start();
        _provider.Person = new("123", "Jo Brown");
        _walk = new(_provider);
    }

    public async ValueTask DisposeAsync()
    {
        _walk.Dispose();
        await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData(SignOnFault.WrongNonce, "nonce", "the nonce-of-another")]
    [InlineData(SignOnFault.WrongAudience, "aud", "another-program")]
    [InlineData(SignOnFault.WrongIssuer, "iss", "https://sign-on.example")]
    public async Task GivenFaultOfAClaim_WhenTokensAreIssued_ThenThatClaimIsWrongAndTheSignatureRight(SignOnFault fault, string claim, string value)
    {
        _provider.Fault = fault;

        var (identity, _) = await _walk.Tokens();

        SignOnWalk.ClaimsOf(identity).GetProperty(claim).GetString().ShouldBe(value);
        (await _walk.IsSigned(identity)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(SignOnFault.WrongSignature)]
    [InlineData(SignOnFault.NoSignature)]
    public async Task GivenFaultOfTheSignature_WhenTokensAreIssued_ThenTheKeyDoesNotFit(SignOnFault fault)
    {
        _provider.Fault = fault;

        (await _walk.IsSigned((await _walk.Tokens()).Identity)).ShouldBeFalse();
    }

    [Fact]
    public async Task GivenExpired_WhenTokensAreIssued_ThenTheirTimeIsPast()
    {
        _provider.Fault = SignOnFault.Expired;

        SignOnWalk.ClaimsOf((await _walk.Tokens()).Identity).GetProperty("exp").GetInt64()
            .ShouldBeLessThan(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task GivenOtherUserInfoSubject_WhenAsked_ThenSomebodyElse()
    {
        _provider.Fault = SignOnFault.OtherUserInfoSubject;
        var (identity, access) = await _walk.Tokens();

        SignOnWalk.ClaimsOf(identity).GetProperty("sub").GetString().ShouldBe("123");
        (await _walk.Read("/userinfo", access)).GetProperty("sub").GetString().ShouldBe("somebody-else");
    }

    [Fact]
    public async Task GivenRefusalOrOtherState_WhenAsked_ThenTheBrowserBringsItBack()
    {
        _provider.Fault = SignOnFault.AccessDenied;
        (await _walk.ComeBack())["error"].ShouldBe("access_denied");

        _provider.Fault = SignOnFault.OtherState;
        (await _walk.ComeBack())["state"].ShouldBe("never-sent");
    }
}
