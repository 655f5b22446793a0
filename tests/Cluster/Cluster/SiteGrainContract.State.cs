using System.Text.Json;
using CapacityBoard.Beds;
using CapacityBoard.CareHomes;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

public abstract partial class SiteGrainContract
{
    [Fact]
    public async Task GivenGrainLeftMemory_WhenCalled_ThenItsStateIsAsBefore()
    {
        var home = await OpenHome(total: 5, occupied: 3);
        await home.Execute(HomeRequests.Hold());
        var before = await home.Read();

        await LetIdleGrainsLeaveMemory();

        Json(await home.Read()).ShouldBe(Json(before));
        Journal.Loads.ShouldBe(2);
    }

    [Fact]
    public async Task GivenEventsBehindTheGrainsBack_WhenItsDecisionNoLongerHolds_ThenItDecidesAgain()
    {
        var home = await OpenHome(total: 1, occupied: 0);
        await BehindItsBack(2, new HoldPlaced("another", HomeRequests.Type, Clock.GetUtcNow().AddHours(1), Note: "Arrives by car"));

        var outcome = await home.Execute(HomeRequests.Hold());

        outcome.Refusal!.Code.ShouldBe(RefusalCode.NoVacancy);
        outcome.Version.ShouldBe(3);
    }

    [Fact]
    public async Task GivenEventsBehindTheGrainsBack_WhenItsDecisionStillHolds_ThenItIsRecordedAfterThem()
    {
        var home = await OpenHome(total: 2, occupied: 0);
        await BehindItsBack(2, new HoldPlaced("another", HomeRequests.Type, Clock.GetUtcNow().AddHours(1), Note: "Arrives by car"));

        (await home.Execute(HomeRequests.Hold())).ShouldAnswer(new(Version: 4));

        (await home.Read()).Capacity.Holds.Length.ShouldBe(2);
    }

    [Fact]
    public async Task GivenOperationDone_WhenSentAgain_ThenAnsweredTheSameAndDoneOnce()
    {
        var home = await OpenHome(total: 2, occupied: 0);
        var first = await home.Execute(HomeRequests.Hold("hold-1"));
        await home.Execute(HomeRequests.Confirm());

        (await home.Execute(HomeRequests.Hold("hold-1"))).ShouldAnswer(first);
        await LetIdleGrainsLeaveMemory();
        (await home.Execute(HomeRequests.Hold("hold-1"))).ShouldAnswer(first);

        (await home.Read()).Capacity.Holds.Length.ShouldBe(1);
    }

    [Fact]
    public async Task GivenOperationRefused_WhenSentAgainThoughItCouldBeDoneNow_ThenAnsweredTheSame()
    {
        var home = await OpenHome(total: 1, occupied: 1);
        var refused = await home.Execute(HomeRequests.Hold("hold-1"));
        await home.Execute(HomeRequests.Declare(total: 1, occupied: 0));

        (await home.Execute(HomeRequests.Hold("hold-1"))).ShouldBe(refused);

        refused.Refusal!.Code.ShouldBe(RefusalCode.NoVacancy);
    }

    [Fact]
    public async Task GivenAThousandEvents_WhenReloadedFromItsSnapshot_ThenTheStateIsThatOfAFullReplay()
    {
        var home = await OpenHome(total: 20, occupied: 3);
        for (var number = 1; number <= 500; number++)
        {
            if (number == 450)
            {
                await Journal.SaveSnapshots([Snapshot.Of(await home.Read(), await Journal.LastPosition())]);
            }

            Clock.Advance(TimeSpan.FromMinutes(1));
            (await home.Execute(HomeRequests.Hold($"hold-{number}"))).Refusal.ShouldBeNull();
            (await home.Execute(number % 50 == 0 ? HomeRequests.Confirm() : HomeRequests.Release($"hold-{number}"))).Refusal.ShouldBeNull();
        }

        var before = Journal.EntriesRead;
        await LetIdleGrainsLeaveMemory();
        var reloaded = await home.Read();

        reloaded.Version.ShouldBe(1002);
        reloaded.Capacity.Holds.Length.ShouldBe(10);
        (Journal.EntriesRead - before).ShouldBeLessThan(200);
        var entries = await Journal.ReadSite(HomeRequests.Home(), 0);
        Json(reloaded).ShouldBe(Json((CareHome)entries.Aggregate(Site.Empty(SiteKind.CareHome, HomeRequests.Home()), (site, entry) => site.Apply(entry))));
    }

    private async Task BehindItsBack(long expectedVersion, SiteEvent happened)
    {
        var result = await Journal.Append(
            new(HomeRequests.Home(), expectedVersion, Clock.GetUtcNow(), "Another server", HomeRequests.NewOperation(), [happened]));
        result.Status.ShouldBe(AppendStatus.Appended);
    }

    private static string Json(Site home) => JsonSerializer.Serialize(home, home.GetType(), DomainJson.Options);
}
