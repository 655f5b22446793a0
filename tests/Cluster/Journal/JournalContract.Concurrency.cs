using CapacityBoard.Support;

namespace CapacityBoard.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task GivenOneOperation_WhenSentManyTimesAtOnce_ThenRecordedOnce()
    {
        var results = await AtOnce(64, _ => Appends.Of(HomeRequests.Home(), 0, "the same"));

        results.Count(result => result.Status == AppendStatus.Appended).ShouldBe(1);
        results.ShouldAllBe(result => result.Status != AppendStatus.Conflict && result.Version == 1);
        (await Journal.ReadSite(HomeRequests.Home(), 0)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task GivenManyDecidedOnOneVersion_WhenSentAtOnce_ThenOneIsAppendedAndTheOthersConflict()
    {
        var results = await AtOnce(64, _ => Appends.Of(HomeRequests.Home(), 0));

        results.Count(result => result.Status == AppendStatus.Appended).ShouldBe(1);
        results.Count(result => result.Status == AppendStatus.Conflict).ShouldBe(63);
    }

    [Fact]
    public async Task GivenSomeThatConflict_WhenSentTogetherWithOthers_ThenTheOthersAreAppended()
    {
        var results = await AtOnce(64, number => Appends.Of(HomeRequests.Home(number), expectedVersion: number % 2));

        results.Select(result => result.Status).ShouldBe(
            Enumerable.Range(0, 64).Select(number => number % 2 == 0 ? AppendStatus.Appended : AppendStatus.Conflict));
    }

    [Fact]
    public async Task Given64WritersOf8Sites_WhenTheyRetryOnConflict_ThenEverySitesVersionsAreWithoutGapsAndNothingIsLost()
    {
        const int writers = 64, sites = 8, appendsEach = 10;

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteWithRetries(writer % sites, appendsEach))))
            .Within("all writers are done");

        var entries = await Journal.ReadFrom(0, int.MaxValue);
        entries.Count.ShouldBe(writers * appendsEach * 2);
        entries.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, entries.Count).Select(position => (long)position));
        foreach (var site in entries.GroupBy(entry => entry.Site))
        {
            site.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, site.Count()).Select(version => (long)version));
            site.GroupBy(entry => entry.Operation).ShouldAllBe(operation => operation.Count() == 2);
        }
    }

    private async Task WriteWithRetries(int site, int appends)
    {
        var version = 0L;
        for (var recorded = 0; recorded < appends;)
        {
            var result = await Journal.Append(Appends.Of(HomeRequests.Home(site), version, count: 2));
            version = result.Version;
            recorded += result.Status == AppendStatus.Appended ? 1 : 0;
        }
    }

    private Task<AppendResult[]> AtOnce(int count, Func<int, Append> append) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => Journal.Append(append(number)))).Within("all appends are answered");
}
