namespace CapacityBoard.Policies;

/// <summary>Which policy applies where and when.</summary>
public sealed class LocalityPoliciesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly LocalityPolicies _policies = new();
    private int _told;

    public LocalityPoliciesTests() => _policies.Changed += () => _told++;

    [Fact]
    public void GivenNothingTold_ThenTheDefault() => _policies.Of("stockport", Start).ShouldBe(LocalityPolicy.Default);

    [Fact]
    public void GivenPoliciesOfTwoLocalities_ThenEachAppliesInItsOwnFromItsInstantUntilTheNext()
    {
        _policies.Set([From(Start.AddDays(2), 9), From(Start, 5), new("salford", Start, Policy(3))]);

        _policies.Of("stockport", Start.AddTicks(-1)).ShouldBe(LocalityPolicy.Default);
        _policies.Of("stockport", Start).LongStayMidnights.ShouldBe(5);
        _policies.Of("stockport", Start.AddDays(2).AddTicks(-1)).LongStayMidnights.ShouldBe(5);
        _policies.Of("stockport", Start.AddDays(2)).LongStayMidnights.ShouldBe(9);
        _policies.Of("salford", Start.AddDays(3)).LongStayMidnights.ShouldBe(3);
    }

    [Fact]
    public void GivenToldOfMore_ThenWhatWasKnownStaysAndOneOfTheSameInstantIsReplaced()
    {
        _policies.Set([From(Start, 5), From(Start.AddDays(1), 6)]);

        _policies.Set([From(Start.AddDays(1), 8)]);

        _policies.Of("stockport", Start).LongStayMidnights.ShouldBe(5);
        _policies.Of("stockport", Start.AddDays(1)).LongStayMidnights.ShouldBe(8);
        _told.ShouldBe(2);
    }

    [Fact]
    public void GivenToldTheSameAgain_ThenNobodyIsTold()
    {
        _policies.Set([From(Start, 5)]);

        _policies.Set([From(Start, 5)]);
        _policies.Set([]);

        _told.ShouldBe(1);
    }

    private static EffectivePolicy From(DateTimeOffset instant, int longStay) => new("stockport", instant, Policy(longStay));

    private static LocalityPolicy Policy(int longStay) => new() { LongStayMidnights = longStay };
}
