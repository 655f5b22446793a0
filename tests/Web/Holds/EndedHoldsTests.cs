using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Holds;

/// <summary>A hold that ended is shown to both of its sides for a week, whether or not another ended since.</summary>
public sealed class EndedHoldsTests(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    [Fact]
    public async Task GivenHoldThatEnded_WhenAWeekHasPassed_ThenNoPageListsIt()
    {
        var places = await given.New();
        await given.Say(places.Ward, new AdmitStay("S-1", "1"));
        await given.Say(places.Home, places.Hold("S-1") with { Until = given.Clock.GetUtcNow().AddDays(12) }, "first");
        await given.Say(places.Home, new ReleaseHold("first", "Family chose another home"));

        (await HoldPage(places)).ShouldContain("Holds that ended in the last 7 days (1)");
        (await WardPage(places)).ShouldContain("Was held at");

        given.Clock.Shift += TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1);
        (await given.Read(places.Home)).Capacity.Ended.ShouldHaveSingleItem("none ended since, so that the site still has it");
        (await HoldPage(places)).ShouldNotContain("Holds that ended");
        (await WardPage(places)).ShouldNotContain("Was held at");
    }

    private Task<string> HoldPage(Places places) =>
        TextOf(places, $"/{places.Home.Locality}/hold?site={Uri.EscapeDataString(places.Home.Value)}");

    private Task<string> WardPage(Places places) => TextOf(places, Paths.OfSite(places.Ward));

    private async Task<string> TextOf(Places places, string address)
    {
        await given.Board.OnTheBoard(places.Home);
        await given.Board.OnTheBoard(places.Ward);
        using var visitor = new Visitor(given.Board.Address);
        return (await visitor.Visit(address)).Text;
    }
}
