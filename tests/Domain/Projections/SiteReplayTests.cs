using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Projections;

public sealed class SiteReplayTests
{
    [Fact]
    public async Task GivenManySitesWithMoreEntriesThanAreReadAtOnce_ThenAllAreRead()
    {
        var given = GivenBoard.WithHome();
        for (var entry = 0; entry < 700; entry++)
        {
            given.Says(GivenBoard.Home, GivenBoard.Declare(10, entry % 9));
        }

        var replayed = await new SiteReplay(await PastBoards.Recorded(given.Entries, entriesBetweenSnapshots: 1000)).At("stockport", PastPoint.AtVersion(650), default);

        (replayed.Entries, replayed.Sites.Single().Site.Version).ShouldBe((650, 650));
    }

    [Fact]
    public async Task GivenSnapshotThatCannotBeRead_ThenTheEntriesAre()
    {
        var given = GivenBoard.WithHome().Says(GivenBoard.Home, GivenBoard.Declare(10, 4));
        var journal = await PastBoards.Recorded(given.Entries, entriesBetweenSnapshots: 1000);
        await journal.SaveSnapshots([Snapshot.Of(given.Find(GivenBoard.Home)!, given.Entries.Count) with { State = [1, 2, 3] }]);

        var replayed = await new SiteReplay(journal).At("stockport", PastPoint.AtVersion(long.MaxValue), default);

        DomainText.Of(replayed.Sites.Single().Site).ShouldBe(DomainText.Of(given.Find(GivenBoard.Home)!));
    }
}
