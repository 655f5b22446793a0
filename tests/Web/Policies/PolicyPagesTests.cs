using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Policies;

/// <summary>A ward of a locality with a policy of its own, and one long stay by it.</summary>
public sealed class PolicyBoard : IAsyncLifetime
{
    internal const string Locality = "salford";

    internal static readonly SiteKey Ward = SiteKey.OfWard(Locality, "salford-royal", "h2");

    public TestBoard Board { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Board.InitializeAsync();
        var now = Board.Clock.GetUtcNow();
        Board.Services.GetRequiredService<LocalityPolicies>().Set(
            [new(Locality, now.AddDays(-1), new() { Ward = new(1, 3), LongStayMidnights = 3, SuperStrandedMidnights = 9 })]);
        (await Board.Register(SiteKind.Ward, Ward)).ThenAccepted();
        (await Board.Say(SiteKind.Ward, Ward, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]))).ThenAccepted();
        (await Board.Say(SiteKind.Ward, Ward, new AdmitStay("S-1", "1", AdmittedAt: now.AddDays(-4)))).ThenAccepted();
        await Board.OnTheBoard(Ward);
        await Board.OnTheBoard(await Board.CareHome("the-limes"));
    }

    public ValueTask DisposeAsync() => Board.DisposeAsync();
}

/// <summary>Every page and the API say by which policy of the locality the figures are made.</summary>
public sealed class PolicyPagesTests(PolicyBoard given) : IClassFixture<PolicyBoard>, IDisposable
{
    private readonly Visitor _visitor = new(given.Board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenLocalityWithItsOwnPolicy_ThenItsPagesStateIt()
    {
        var page = await _visitor.Visit($"/{PolicyBoard.Locality}");
        page.Text.ShouldContain("Ward: fresh up to 1 hour, stale after 3 hours.");
        page.Text.ShouldContain("A long stay is 3 nights or more, a super-stranded stay 9 or more.");
        page.Text.ShouldContain("1 in hospital for 3 nights or more, 0 of them 9 or more");
        (await _visitor.Visit($"/{PolicyBoard.Locality}/wall")).Text.ShouldContain("1 in for 3 nights or more");
        var ward = await _visitor.Visit($"/{PolicyBoard.Locality}/sites/salford-royal/h2");
        ward.Text.ShouldContain("Figures are fresh for 1 hour.");
        ward.Text.ShouldContain("1 long stay of 3 nights or more, 0 of them super-stranded (9 or more).");
        ward.Text.ShouldContain("4 nights in hospital Long stay");
        var view = (await given.Board.Read(SiteKind.Ward, PolicyBoard.Ward)).ThenAccepted();
        ((int)view.Json["figures"]!["people"]!["longStays"]!).ShouldBe(1);
    }

    [Fact]
    public async Task GivenAnotherLocality_ThenItsPagesStateTheDefaults()
    {
        var page = await _visitor.Visit("/stockport");

        page.Text.ShouldContain("Ward: fresh up to 4 hours, stale after 8 hours.");
        page.Text.ShouldContain("A long stay is 7 nights or more, a super-stranded stay 21 or more.");
        (await _visitor.Visit("/freshness")).Text.ShouldContain("A locality can set its own limits");
    }
}
