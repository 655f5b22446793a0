using CapacityBoard.Support;

namespace CapacityBoard.Access.Accounts;

/// <summary>The vectors of RFC 6238, appendix B, for SHA-1; of their eight digits the last six.</summary>
public sealed class AuthenticatorAppTests
{
    /// <summary>"12345678901234567890".</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void GivenVectorsOfTheStandard_WhenCodeIsShown_ThenTheirs(long seconds, string code) =>
        new AuthenticatorApp(Key, new SetClock { Now = DateTimeOffset.FromUnixTimeSeconds(seconds) }).Code().ShouldBe(code);

    [Fact]
    public void GivenKeyAsAPageShowsIt_WhenTypedIn_ThenTheSameCodes() =>
        new AuthenticatorApp("gezd gnbv gy3t qojq gezd gnbv gy3t qojq ").CodeAt(DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBe("287082");
}
