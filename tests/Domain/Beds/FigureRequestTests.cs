using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Beds;

/// <summary>A site is asked for an update of its figures, and gives it.</summary>
public sealed class FigureRequestTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(SiteKind.CareHome)]
    [InlineData(SiteKind.Ward)]
    [InlineData(SiteKind.IntermediateCareUnit)]
    [InlineData(SiteKind.HomeCareProvider)]
    public void GivenSiteOfAnyKind_WhenAskedEvenBeforeItDeclares_ThenWhoAndWhen(SiteKind kind) =>
        GivenSite.Of(kind).When(new RequestFigures(), by: "Ama Osei").ThenHappened(new FiguresRequested()).Capacity.Requested.ShouldBe(new(GivenSite.Start, "Ama Osei"));

    [Fact]
    public void GivenRequest_WhenAskedAgainWithinHalfAnHour_ThenTheFirstStands()
    {
        var asked = Home().And(new RequestFigures(), by: "Ama Osei");

        asked.After(29 * Minute).When(new RequestFigures(), by: "Callum Reid").ThenNothingHappened().Capacity.Requested!.By.ShouldBe("Ama Osei");
        asked.After(Minute).When(new RequestFigures(), by: "Callum Reid").ThenHappened(new FiguresRequested()).Capacity.Requested.ShouldBe(new(asked.Now, "Callum Reid"));
    }

    [Fact]
    public void GivenClosedSite_WhenAsked_ThenRefusedAndNobodyWaitsOnceItReopens()
    {
        var home = Home().And(new RequestFigures()).And(new CloseSite("Home sold"));

        home.When(new RequestFigures()).ThenRefused(RefusalCode.SiteClosed);
        home.And(new ReopenSite()).Capacity.Requested.ShouldBeNull();
    }

    [Fact]
    public void GivenUnregisteredSite_WhenAsked_ThenRefused() =>
        GivenSite.Unregistered(SiteKind.CareHome).When(new RequestFigures()).ThenRefused(RefusalCode.UnknownSite);

    [Fact]
    public void GivenRequestToAWard_WhenSomebodyIsAdmitted_ThenItsFiguresAreUpdated() =>
        GivenSite.Ward().Declared(Inpatient, 10).And(new RequestFigures()).When(new AdmitStay("S-1", "1")).Capacity.Requested.ShouldBeNull();

    /// <summary>A request waits exactly until the site says something of its own numbers, or closes, and two are at least half an hour apart.</summary>
    [Fact]
    public void GivenAnyHistory_ThenARequestWaitsUntilTheFiguresAreUpdated() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        Stamp? waits = null;
        Stamp? declared = null;
        foreach (var turn in history.Run())
        {
            var (capacity, isRequest) = (turn.Site.Capacity, turn.Decision.Events.Any(happened => happened is FiguresRequested));
            if (isRequest)
            {
                (waits is { } before && turn.Site.LastAt - before.At < 30 * Minute).ShouldBeFalse();
                capacity.Requested!.At.ShouldBe(turn.Site.LastAt);
            }
            else if (turn.Decision.Events.Any(happened => happened is SiteClosed) || !ReferenceEquals(capacity.Declared, declared))
            {
                capacity.Requested.ShouldBeNull();
            }
            else
            {
                capacity.Requested.ShouldBe(waits);
            }

            (waits, declared) = (capacity.Requested, capacity.Declared);
        }
    });

    private static GivenSite Home() => GivenSite.CareHome().Declared(GeneralNursing, 10, 4);
}
