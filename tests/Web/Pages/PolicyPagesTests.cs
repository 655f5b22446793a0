using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Web.Pages;

/// <summary>Every page and the API say by which policy of the locality the figures are made.</summary>
public sealed class PolicyPagesTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private const string Locality = "salford";

    private static readonly SiteKey Ward = SiteKey.OfWard(Locality, "salford-royal", "h2");

    private readonly Visitor _visitor = new(board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenLocalityWithItsOwnPolicy_ThenItsPagesStateIt()
    {
        await Given();

        var page = await _visitor.Visit($"/{Locality}");
        page.Text.ShouldContain("Ward: fresh up to 1 hour, stale after 3 hours.");
        page.Text.ShouldContain("A long stay is 3 nights or more, a super-stranded one 9 or more.");
        page.Text.ShouldContain("1 in hospital 3 nights or more, 0 of them 9 or more");
        (await _visitor.Visit($"/{Locality}/wall")).Text.ShouldContain("1 in for 3 nights or more");
        var ward = await _visitor.Visit($"/{Locality}/sites/salford-royal/h2");
        ward.Text.ShouldContain("Figures count as fresh for 1 hour.");
        ward.Text.ShouldContain("1 long stay of 3 nights or more, 0 of them super-stranded (9 or more).");
        ward.Text.ShouldContain("4 nights in hospital Long stay");
        var view = (await board.Read(SiteKind.Ward, Ward)).ThenAccepted();
        ((int)view.Json["figures"]!["people"]!["longStays"]!).ShouldBe(1);
    }

    [Fact]
    public async Task GivenAnotherLocality_ThenItsPagesStateTheDefaults()
    {
        await Given();
        await board.OnTheBoard(await board.CareHome("the-limes"));

        var page = await _visitor.Visit("/stockport");

        page.Text.ShouldContain("Ward: fresh up to 4 hours, stale after 8 hours.");
        page.Text.ShouldContain("A long stay is 7 nights or more, a super-stranded one 21 or more.");
        (await _visitor.Visit("/freshness")).Text.ShouldContain("These ages apply unless a locality sets its own");
    }

    private async Task Given()
    {
        board.Services.GetRequiredService<LocalityPolicies>().Set(
            [new(Locality, board.Clock.GetUtcNow().AddDays(-1), new() { Ward = new(1, 3), LongStayMidnights = 3, SuperStrandedMidnights = 9 })]);
        (await board.Register(SiteKind.Ward, Ward, "registered")).ThenAccepted();
        (await board.Say(SiteKind.Ward, Ward, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]), "declared")).ThenAccepted();
        (await board.Say(SiteKind.Ward, Ward, new AdmitStay("S-1", "1", AdmittedAt: board.Clock.GetUtcNow().AddDays(-4)), "admitted")).ThenAccepted();
        await board.OnTheBoard(Ward);
    }
}
