using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Screens;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Faults;

/// <summary>A server that is killed under load, without warning, again and again.</summary>
public sealed class KillNineTests : IDisposable
{
    private const int Rounds = 10;
    private const int Seed = 2018;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Seed);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenServerUnderLoad_WhenKilledTenTimes_ThenNothingAcknowledgedIsLostAndNoBedIsPromisedTwice()
    {
        var load = new KilledLoad(Seed);
        var server = await ServerProcess.Start(_folder.FullPath);
        try
        {
            await KilledLoad.RegisterSites(UserOf(server));
            for (var round = 1; round <= Rounds; round++)
            {
                await load.Run(UserOf(server), answers: _random.Next(50, 300), server.Kill);
                var entries = await ReadJournal();
                ShouldHoldWhatWasAcknowledged(load.Answers, entries);
                ShouldAddUp(entries);

                server = await ServerProcess.Start(_folder.FullPath);
                await ShouldServe(entries, UserOf(server));
                await ShouldAnswerAgainAsBefore(load.Answers, UserOf(server));
            }

            load.Answers.Count(answer => answer.Accepted).ShouldBeGreaterThan(Rounds * 20);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static ApiUser UserOf(ServerProcess server) => new(new HttpClient { BaseAddress = server.Address });

    private async Task<IReadOnlyList<JournalEntry>> ReadJournal()
    {
        using var folder = DataFolder.Open(_folder.FullPath);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        return await journal.ReadFrom(0, int.MaxValue);
    }

    /// <summary>Every acknowledged operation is there once, at the version that was answered; none that was refused is; no other is there twice.</summary>
    private static void ShouldHoldWhatWasAcknowledged(IEnumerable<Acknowledged> answers, IReadOnlyList<JournalEntry> entries)
    {
        var recorded = entries.ToLookup(entry => (entry.Site, entry.Operation), entry => entry.Version);
        recorded.ShouldAllBe(operation => operation.Count() == 1);
        foreach (var answer in answers)
        {
            recorded[(answer.Site, answer.Operation)].ShouldBe(answer.Accepted ? [answer.Version] : [], $"{answer}");
        }
    }

    /// <summary>Versions have no gaps, and at no moment was there more than the total.</summary>
    private static void ShouldAddUp(IReadOnlyList<JournalEntry> entries)
    {
        entries.Select(entry => entry.Position).ShouldBeInOrder();
        foreach (var site in entries.GroupBy(entry => entry.Site))
        {
            site.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, site.Count()).Select(version => (long)version));
            var state = Site.Empty(((SiteRegistered)site.First().Event).Details.Kind, site.Key);
            foreach (var entry in site)
            {
                state = state.Apply(entry);
                state.Capacity.Lines.ShouldAllBe(line => line.Occupied + line.Closed + state.Capacity.Held(line.Type, entry.At) <= line.Total, $"{entry}");
            }
        }
    }

    /// <summary>The board that is served is the journal's fold as of the same instant.</summary>
    private static async Task ShouldServe(IReadOnlyList<JournalEntry> entries, ApiUser user)
    {
        var served = await user.ReadBoard();
        var anew = new LocalityBoard(ApiUser.Locality);
        foreach (var entry in entries)
        {
            anew.Fold(entry);
        }

        BoardCopy.Of(served).ShouldShow(anew.AsOf(served.At));
    }

    private async Task ShouldAnswerAgainAsBefore(IReadOnlyCollection<Acknowledged> answers, ApiUser user)
    {
        foreach (var answer in _random.GetItems(answers.Where(each => each.Accepted).ToArray(), 10))
        {
            (await user.Say(answer.Kind, answer.Site, answer.Command, answer.Operation)).ThenAccepted().Version.ShouldBe(answer.Version);
        }
    }
}
