using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Journal;

/// <summary>What <see cref="IJournal"/> promises, whatever keeps it.</summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    protected IJournal Journal { get; private set; } = null!;

    protected abstract IFactSegments Segments { get; }

    /// <summary>Opens the journal, empty at a test's first call and as it was left at the next.</summary>
    protected abstract Task<IJournal> Open();

    protected abstract Task Close(IJournal journal);

    /// <summary>Changes what is kept without the journal, as another version of the product may have.</summary>
    protected abstract Task Change(string sql);

    public async ValueTask InitializeAsync() => Journal = await Open();

    public virtual async ValueTask DisposeAsync()
    {
        await Close(Journal);
        GC.SuppressFinalize(this);
    }

    protected async Task Reopen()
    {
        await Close(Journal);
        Journal = await Open();
    }

    [Fact]
    public async Task GivenNothing_WhenAppended_ThenReadBackAsWritten()
    {
        var site = SiteKey.OfWard("stockport", "stepping-hill", "a1");
        ImmutableArray<SiteEvent> events =
        [
            new BedsClosed(BedType.Inpatient, 2, "Noro’s outbreak — “deep clean”"),
            new HoldPlaced("op-1", BedType.Inpatient, Appends.Wednesday.AddDays(1), Stay: "A-1", Arrival: Appends.Wednesday.AddHours(2)),
        ];

        var result = await Journal.Append(new(site, 0, Appends.Wednesday, "Sister Özil", "op-1", events));

        result.ShouldBe(new(AppendStatus.Appended, Version: 2, Position: 2));
        (await Journal.ReadSite(site, 0)).ShouldBe(
        [
            new(1, site, 1, Appends.Wednesday, "Sister Özil", "op-1", events[0]),
            new(2, site, 2, Appends.Wednesday, "Sister Özil", "op-1", events[1]),
        ]);
    }

    [Fact]
    public async Task GivenTwoSites_WhenAppended_ThenVersionsCountPerSiteAndPositionsOverall()
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(1), 0, count: 2));
        await Journal.Append(Appends.Of(HomeRequests.Home(2), 0));
        var result = await Journal.Append(Appends.Of(HomeRequests.Home(1), 2));

        result.Version.ShouldBe(3);
        var entries = await Journal.ReadFrom(0, 10);
        entries.Select(entry => (entry.Site.Name, entry.Version)).ShouldBe([("home-1", 1), ("home-1", 2), ("home-2", 1), ("home-1", 3)]);
        entries.Select(entry => entry.Position).ShouldBeInOrder();
        entries[^1].Position.ShouldBe(result.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task GivenVersion2_WhenDecidedOnAnother_ThenConflictAndNothingRecorded(long expectedVersion)
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(), 0, count: 2));

        var result = await Journal.Append(Appends.Of(HomeRequests.Home(), expectedVersion));

        result.ShouldBe(new(AppendStatus.Conflict, Version: 2));
        (await Journal.ReadSite(HomeRequests.Home(), 0)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task GivenOperationRecorded_WhenSentAgain_ThenRepeatedWithItsOwnVersion(long expectedVersion)
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(), 0, "first", count: 2));
        await Journal.Append(Appends.Of(HomeRequests.Home(), 2, "second"));

        var result = await Journal.Append(Appends.Of(HomeRequests.Home(), expectedVersion, "first", count: 2));

        result.ShouldBe(new(AppendStatus.Repeated, Version: 2));
        (await Journal.ReadSite(HomeRequests.Home(), 0)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task GivenOperationRecordedAtOneSite_WhenSentToAnother_ThenAppended()
    {
        await Journal.Append(Appends.Of(HomeRequests.Home(1), 0, "first"));

        (await Journal.Append(Appends.Of(HomeRequests.Home(2), 0, "first"))).Status.ShouldBe(AppendStatus.Appended);
    }

    [Fact]
    public async Task GivenNoEvents_WhenAppended_ThenArgumentException() =>
        await Should.ThrowAsync<ArgumentException>(() => Journal.Append(Appends.Of(HomeRequests.Home(), 0, count: 0)));
}
