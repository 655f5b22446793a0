using CapacityBoard.Beds;
using CapacityBoard.History;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.GrandRounds;

/// <summary>Rounds of the weeks before, and what changed since, over HTTP.</summary>
public sealed class RoundPastTests(BrowsedBoard board) : IClassFixture<BrowsedBoard>, IDisposable
{
    private readonly Visitor _visitor = new(board.Server.Address);

    private DateTimeOffset Now => board.Clock.GetUtcNow();

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenReviewsOfThreeWeeks_WhenARoundBeforeIsLookedAt_ThenItIsAsItStoodAndNothingCanBeDone()
    {
        var ward = await ThreeWeeks();

        var today = await _visitor.Visit($"/{ward.Locality}/grand-round");
        today.Text.ShouldContain("2 stays of 7 nights or more");
        today.Text.ShouldContain("Became medically optimised");
        today.Text.ShouldContain("New on the list");
        today.Html.ShouldContain("-toggle");

        var summary = await _visitor.Visit($"/{ward.Locality}/grand-round/summary");
        var links = summary.Document.Links("a[href*='/summary?hospital='][href*='at=']").ToList();
        links.Count.ShouldBeInRange(2, 3);
        var oldest = await _visitor.Visit(links[^1]);
        oldest.Status.ShouldBe(200);
        oldest.Text.ShouldContain("1 stay of 7 nights or more");
        oldest.Text.ShouldContain("0 medically optimised");

        var past = await _visitor.Visit(AsAt.Link($"/{ward.Locality}/grand-round?site={ward}&stay=R-1", Now.AddDays(-15)));
        past.Text.ShouldContain("R-1");
        past.Text.ShouldNotContain("R-2");
        past.Html.ShouldNotContain("-toggle\"");
        past.Html.ShouldNotContain("id=\"review\"");
    }

    [Fact]
    public async Task GivenMomentThatCannotBe_ThenSaidAndTheRoundOfNowIsShown()
    {
        var ward = await ThreeWeeks();

        (await _visitor.Visit($"/{ward.Locality}/grand-round?at=yesterday")).ErrorSummary.ShouldContain("is not a date and time with a time zone");
        (await _visitor.Visit($"/{ward.Locality}/grand-round/summary?at=yesterday")).ErrorSummary.ShouldContain("is not a date and time with a time zone");
        (await board.Server.Get($"/api/localities/{ward.Locality}/grand-round?at=yesterday")).ThenRefused(400, "no-such-moment", "at");
    }

    [Fact]
    public async Task GivenTheApi_WhenAskedForAPastMoment_ThenTheListOfThen()
    {
        var ward = await ThreeWeeks();

        var past = (await board.Server.Get(AsAt.Link($"/api/localities/{ward.Locality}/grand-round", Now.AddDays(-15)))).ThenAccepted().Json;

        ((int)past["summary"]!["longStays"]!).ShouldBe(1);
        ((string?)past["stays"]![0]!["stay"]!["reference"]).ShouldBe("R-1");
    }

    /// <summary>R-1 has been in for 40 nights and was optimised yesterday; R-2 has been in for 8. The ward has been on the board for 20 days.</summary>
    private async Task<SiteKey> ThreeWeeks()
    {
        var ward = SiteKey.OfWard(board.NewLocality(), "stepping-hill", "a1");
        await board.Ago(TimeSpan.FromDays(20), async () =>
        {
            (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
            await Say(ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]), new AdmitStay("R-1", "1", AdmittedAt: Now.AddDays(-20)));
        });
        await board.Ago(TimeSpan.FromDays(14), () => Say(ward, new ReviewStay("R-1", ReviewOutcome.NeedsHospital, "Two weeks ago")));
        await board.Ago(TimeSpan.FromDays(8), () => Say(ward, new AdmitStay("R-2", "2")));
        await board.Ago(TimeSpan.FromHours(1), () => Say(ward, new DeclareMedicallyOptimised("R-1")));
        await board.Server.OnTheBoard(ward);
        return ward;
    }

    private Task Say(SiteKey ward, params IEnumerable<SiteCommand> commands) => board.Server.SayAll(SiteKind.Ward, ward, commands);
}
