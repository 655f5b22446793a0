using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task GivenSnapshots_WhenSaved_ThenTheNewestIsRead()
    {
        (await Journal.ReadSnapshot(HomeRequests.Home())).ShouldBeNull();

        await Journal.SaveSnapshots([]);
        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 128), Kept(HomeRequests.Home(), 64), Kept(HomeRequests.Home(2), 256)]);
        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 192) with { Kind = SiteKind.Ward, State = [0, 255] }]);
        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 100)]);

        ShouldBe(await Journal.ReadSnapshot(HomeRequests.Home()), Kept(HomeRequests.Home(), 192) with { Kind = SiteKind.Ward, State = [0, 255] });
        ShouldBe(await Journal.ReadSnapshot(HomeRequests.Home(2)), Kept(HomeRequests.Home(2), 256));
        (await Journal.ReadSnapshot(HomeRequests.Home(3))).ShouldBeNull();
    }

    [Fact]
    public async Task GivenSnapshot_WhenTheSameVersionIsSavedAgain_ThenTheFirstStays()
    {
        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 64), Kept(HomeRequests.Home(), 64)]);
        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 64) with { State = [9] }]);

        ShouldBe(await Journal.ReadSnapshot(HomeRequests.Home()), Kept(HomeRequests.Home(), 64));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task GivenSnapshotsOfAnotherShape_WhenRead_ThenIgnored_WhenSaved_ThenReplaced(int difference)
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(), 0));
        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 64), Kept(HomeRequests.Home(), 128)]);
        await Change($"UPDATE site_states SET shape = shape + ({difference}) WHERE version = 128");

        (await Journal.ReadSnapshot(HomeRequests.Home()))!.Version.ShouldBe(64);
        (await Before(int.MaxValue)).ShouldBe([(HomeRequests.Home(), 64, null)]);
        (await Before(0)).ShouldBe([(HomeRequests.Home(), null, 64)]);

        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 128) with { State = [9] }]);
        ShouldBe(await Journal.ReadSnapshot(HomeRequests.Home()), Kept(HomeRequests.Home(), 128) with { State = [9] });
    }

    [Fact]
    public async Task GivenSnapshotOfAKindThatIsNotKnown_WhenRead_ThenNone()
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(), 0));
        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 64)]);
        await Change("UPDATE site_states SET kind = 'Hospice'");

        (await Journal.ReadSnapshot(HomeRequests.Home())).ShouldBeNull();
        (await Before(int.MaxValue)).ShouldBe([(HomeRequests.Home(), null, null)]);
    }

    [Fact]
    public async Task GivenSnapshotsOfALocality_WhenReadBeforeAPoint_ThenTheLastOfEachSiteAndTheVersionOfTheNext()
    {
        var (one, two, without, ward) = (HomeRequests.Home(1), HomeRequests.Home(2), HomeRequests.Home(3), SiteKey.OfWard("stockport", "stepping-hill", "a1"));
        foreach (var site in new[] { ward, without, two, one, SiteKey.Of("stockport-east", "home-1") })
        {
            await Journal.Append(Appends.Of(site, 0));
            await Journal.SaveSnapshots(site == without ? [] : [Kept(site, 64), Kept(site, 128), Kept(site, 192)]);
        }

        await Journal.SaveSnapshots([Kept(two, 160), Kept(HomeRequests.Home(9), 64)]);

        (await Before(63)).ShouldBe([(one, null, 64), (two, null, 64), (without, null, null), (ward, null, 64)]);
        (await Before(64)).ShouldBe([(one, 64, 128), (two, 64, 128), (without, null, null), (ward, 64, 128)]);
        (await Before(191)).ShouldBe([(one, 128, 192), (two, 160, 192), (without, null, null), (ward, 128, 192)]);
        (await Before(1000)).ShouldBe([(one, 192, null), (two, 192, null), (without, null, null), (ward, 192, null)]);
        (await Journal.ReadSnapshots("stock", DateTimeOffset.MaxValue, long.MaxValue)).ShouldBeEmpty();
        foreach (var (snapshot, site) in (await Journal.ReadSnapshots("stockport", DateTimeOffset.MaxValue, long.MaxValue)).Where(each => each.Site != without).Select(each => (each.Snapshot, each.Site)))
        {
            ShouldBe(snapshot, Kept(site, 192));
        }
    }

    /// <summary>What is read before a version, by position and by time.</summary>
    private async Task<IReadOnlyList<(SiteKey Site, int? Snapshot, int? Next)>> Before(int version)
    {
        var byPosition = Versions(await Journal.ReadSnapshots("stockport", DateTimeOffset.MaxValue, Kept(HomeRequests.Home(), version).Position));
        var byTime = Versions(await Journal.ReadSnapshots("stockport", Kept(HomeRequests.Home(), version).At, long.MaxValue));
        byTime.ShouldBe(byPosition);
        return byPosition;
    }

    private static List<(SiteKey Site, int? Snapshot, int? Next)> Versions(IReadOnlyList<SnapshotBefore> found) =>
        [.. found.Select(each => (each.Site, (int?)each.Snapshot?.Version, (int?)each.Next))];

    private static Snapshot Kept(SiteKey site, int version) =>
        new(site, SiteKind.CareHome, version, version * 10L, Appends.Wednesday.AddSeconds(version), [.. BitConverter.GetBytes(version), .. site.Value.Select(each => (byte)each)]);

    private static void ShouldBe(Snapshot? snapshot, Snapshot expected)
    {
        snapshot.ShouldNotBeNull().State.ShouldBe(expected.State);
        snapshot.ShouldBe(expected with { State = snapshot.State });
    }
}
