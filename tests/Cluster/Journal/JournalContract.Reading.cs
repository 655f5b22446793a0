using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task GivenFiveEvents_WhenReadAfterVersion_ThenOnlyNewerOnes()
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(), 0, count: 5));

        (await Journal.ReadSite(HomeRequests.Home(), 3)).Select(entry => entry.Version).ShouldBe([4, 5]);
        (await Journal.ReadSite(HomeRequests.Home(), 5)).ShouldBeEmpty();
        (await Journal.ReadSite(HomeRequests.Home(2), 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenManySites_WhenSpansAreRead_ThenThoseEntriesSiteBySiteAsAsked()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            for (var home = 1; home <= 4; home++)
            {
                await Journal.Append(Appends.Of(HomeRequests.Home(home), 2 * turn, count: 2));
            }
        }

        var read = await Journal.ReadSpans([
            new(HomeRequests.Home(3), 1, 4), new(HomeRequests.Home(1), 5, 100), new(HomeRequests.Home(2), 2, 2), new(HomeRequests.Home(9), 0, 9)]);

        read.Select(entry => (entry.Site, entry.Version)).ShouldBe([
            (HomeRequests.Home(3), 2), (HomeRequests.Home(3), 3), (HomeRequests.Home(3), 4), (HomeRequests.Home(1), 6)]);
        read.ShouldBe((await Journal.ReadFrom(0, 100)).Where(read.Contains).OrderBy(entry => entry.Site == HomeRequests.Home(1)));
        (await Journal.ReadSpans([])).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenManyEntries_WhenReadPageByPage_ThenEveryOneOnceInOrder()
    {
        for (var home = 1; home <= 7; home++)
        {
            await Journal.Append(Appends.Of(HomeRequests.Home(home), 0, count: 3));
        }

        var read = new List<JournalEntry>();
        while (await Journal.ReadFrom(read.LastOrDefault()?.Position ?? 0, 4) is { Count: > 0 } page)
        {
            page.Count.ShouldBeLessThanOrEqualTo(4);
            read.AddRange(page);
        }

        read.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, 21).Select(position => (long)position));
    }

    [Fact]
    public async Task GivenMoreEntriesThanAreKeptInMemory_WhenRead_ThenTheSameAsAfterReopening()
    {
        for (var turn = 0; turn < 50; turn++)
        {
            await Journal.Append(Appends.Of(HomeRequests.Home(turn % 3), turn / 3 * 100, count: 100));
        }

        var read = await Journal.ReadFrom(0, 10_000);
        var last = await Journal.ReadFrom(4990, 10_000);

        read.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, 5000).Select(position => (long)position));
        last.ShouldBe(read.Skip(4990));
        await Reopen();
        (await Journal.ReadFrom(0, 10_000)).ShouldBe(read);
    }

    [Fact]
    public async Task GivenOperation_WhenLookedFor_ThenVersionOfItsLastEventAtThatSite()
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(), 0, "first", count: 2));
        await Journal.Append(Appends.Of(HomeRequests.Home(), 2, "second"));

        (await Journal.FindOperation(HomeRequests.Home(), "first")).ShouldBe(new RecordedOperation(2, null));
        (await Journal.FindOperation(HomeRequests.Home(), "third")).ShouldBeNull();
        (await Journal.Append(Appends.Of(HomeRequests.Home(), 3, "bound") with { Fingerprint = "one" })).Status.ShouldBe(AppendStatus.Appended);
        (await Journal.FindOperation(HomeRequests.Home(), "bound")).ShouldBe(new RecordedOperation(4, "one"));
        (await Journal.Append(Appends.Of(HomeRequests.Home(), 4, "bound") with { Fingerprint = "two" }))
            .ShouldBe(new AppendResult(AppendStatus.Repeated, 4, Fingerprint: "one"));
        (await Journal.FindOperation(HomeRequests.Home(2), "first")).ShouldBeNull();
    }

    [Fact]
    public async Task GivenNothingBeyond_WhenAppended_ThenWaitEnds()
    {
        (await Journal.LastPosition()).ShouldBe(0);
        var wait = Journal.WaitBeyond(0, CancellationToken.None);
        wait.IsCompleted.ShouldBeFalse();

        var result = await Journal.Append(Appends.Of(HomeRequests.Home(), 0));

        await wait.Within("the wait beyond position 0 ends");
        (await Journal.LastPosition()).ShouldBe(result.Position);
        await Journal.WaitBeyond(0, CancellationToken.None).Within("a wait for what is there already ends");
    }

    [Fact]
    public async Task GivenNothingBeyond_WhenCancelled_ThenWaitIsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var wait = Journal.WaitBeyond(0, cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => wait.Within("the wait is cancelled"));
    }

    [Fact]
    public async Task GivenSites_WhenListed_ThenEachOnceInTheOrderOfItsKeyWithItsFirstTime()
    {
        (await Journal.ReadSites()).ShouldBeEmpty();
        var ward = SiteKey.OfWard("stockport", "stepping-hill", "a1");
        await Journal.Append(Appends.Of(ward, 0, count: 3));
        await Journal.Append(Appends.Of(HomeRequests.Home(2), 0) with { At = Appends.Wednesday.AddHours(1) });
        await Journal.Append(Appends.Of(HomeRequests.Home(2), 1) with { At = Appends.Wednesday.AddHours(2) });
        await Journal.Append(Appends.Of(SiteKey.Of("stockport-east", "home-1"), 0));

        (await Journal.ReadSites()).ShouldBe([
            new(SiteKey.Of("stockport-east", "home-1"), Appends.Wednesday), new(HomeRequests.Home(2), Appends.Wednesday.AddHours(1)), new(ward, Appends.Wednesday)]);
    }

    [Fact]
    public async Task GivenLocalities_WhenOneIsReadPageByPage_ThenItsEntriesOnceInOrder()
    {
        SiteKey[] sites = [HomeRequests.Home(), SiteKey.Of("stockport-east", "home-1"), SiteKey.OfWard("stockport", "stepping-hill", "a1"), SiteKey.Of("stockport0", "home-1")];
        for (var turn = 0; turn < 12; turn++)
        {
            await Journal.Append(Appends.Of(sites[turn % 4], turn / 4 * 2, count: 2));
        }

        var read = new List<JournalEntry>();
        while (await Journal.ReadLocality("stockport", read.LastOrDefault()?.Position ?? 0, 5) is { Count: > 0 } page)
        {
            page.Count.ShouldBeLessThanOrEqualTo(5);
            read.AddRange(page);
        }

        read.ShouldBe((await Journal.ReadFrom(0, 100)).Where(entry => entry.Site.Locality == "stockport"));
        read.Count.ShouldBe(12);
        (await Journal.ReadLocality("stock", 0, 5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenEntriesAndSnapshot_WhenReopened_ThenAllIsThereAndGoesOn()
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(), 0, "first", count: 2));
        await Journal.SaveSnapshots([Kept(HomeRequests.Home(), 2)]);
        var before = await Journal.ReadFrom(0, 10);

        await Reopen();

        (await Journal.ReadFrom(0, 10)).ShouldBe(before);
        (await Journal.LastPosition()).ShouldBe(before[^1].Position);
        ShouldBe(await Journal.ReadSnapshot(HomeRequests.Home()), Kept(HomeRequests.Home(), 2));
        (await Journal.Append(Appends.Of(HomeRequests.Home(), 0, "first"))).Status.ShouldBe(AppendStatus.Repeated);
        (await Journal.Append(Appends.Of(HomeRequests.Home(), 2))).Version.ShouldBe(3);
    }
}
