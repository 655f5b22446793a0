using CapacityBoard.Sites;

namespace CapacityBoard.Policies;

/// <summary>The ages of DOMAIN's freshness, to the tick.</summary>
public sealed class FreshnessPolicyTests
{
    private static readonly DateTimeOffset Declared = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SiteKind.CareHome, 24, 48)]
    [InlineData(SiteKind.HomeCareProvider, 24, 48)]
    [InlineData(SiteKind.IntermediateCareUnit, 12, 24)]
    [InlineData(SiteKind.Ward, 4, 8)]
    public void GivenKind_ThenFreshUpToAndStaleBeyondItsAges(SiteKind kind, int freshHours, int staleHours)
    {
        var policy = LocalityPolicy.Default.FreshnessOf(kind);

        At(policy, TimeSpan.Zero).ShouldBe(Freshness.Fresh);
        At(policy, TimeSpan.FromHours(freshHours)).ShouldBe(Freshness.Fresh);
        At(policy, TimeSpan.FromHours(freshHours) + TimeSpan.FromTicks(1)).ShouldBe(Freshness.Ageing);
        At(policy, TimeSpan.FromHours(staleHours)).ShouldBe(Freshness.Ageing);
        At(policy, TimeSpan.FromHours(staleHours) + TimeSpan.FromTicks(1)).ShouldBe(Freshness.Stale);
    }

    [Fact]
    public void GivenNoDeclaration_ThenNeverDeclared() => LocalityPolicy.Default.Ward.At(null, Declared).ShouldBe(Freshness.NeverDeclared);

    [Fact]
    public void GivenDeclarationByAClockThatIsAhead_ThenFresh() => At(LocalityPolicy.Default.Ward, TimeSpan.FromMinutes(-3)).ShouldBe(Freshness.Fresh);

    private static Freshness At(FreshnessPolicy policy, TimeSpan age) => policy.At(new Stamp(Declared, "The manager"), Declared + age);
}
