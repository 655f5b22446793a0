using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Processes;
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
        var acts = new RandomActs(homes: 4, wards: 2);
        var load = new KilledLoad(acts, Seed);
        var server = await ServerProcess.Start(_folder.FullPath);
        try
        {
            await acts.RegisterSites(UserOf(server));
            for (var round = 1; round <= Rounds; round++)
            {
                await load.Run(UserOf(server), answers: _random.Next(50, 300), server.Kill);
                var entries = await ReadJournal();
                entries.ShouldHold(acts.Answers);
                entries.ShouldAddUp();

                server = await ServerProcess.Start(_folder.FullPath);
                await ShouldServe(entries, UserOf(server));
                await ShouldAnswerAgainAsBefore(acts.Answers, UserOf(server));
            }

            acts.Answers.Count(answer => answer.Accepted).ShouldBeGreaterThan(Rounds * 20);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static ApiUser UserOf(ServerProcess server) => new(MachineKey.Client(server.Address));

    private async Task<IReadOnlyList<JournalEntry>> ReadJournal()
    {
        using var folder = DataFolder.Open(_folder.FullPath);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        return await journal.ReadFrom(0, int.MaxValue);
    }

    /// <summary>The board that is served is the journal's fold as of the same instant.</summary>
    private static async Task ShouldServe(IReadOnlyList<JournalEntry> entries, ApiUser user)
    {
        var served = await user.ReadBoard();
        BoardCopy.Of(served).ShouldShow(entries.Fold(served.At));
    }

    private async Task ShouldAnswerAgainAsBefore(IReadOnlyCollection<Acknowledged> answers, ApiUser user)
    {
        foreach (var answer in _random.GetItems(answers.Where(each => each.Accepted).ToArray(), 10))
        {
            (await user.Say(answer.Kind, answer.Site, answer.Command, answer.Operation)).ThenAccepted().Version.ShouldBe(answer.Version);
        }
    }
}
