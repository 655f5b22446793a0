using CapacityBoard.Access.Store;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Postgres;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Audit;

/// <summary>Whoever takes the triggers away and changes the access log is found out; whoever cuts it as they may is not told off.</summary>
public sealed class AccessChainTests(Databases databases) : IDisposable
{
    private static readonly DateTimeOffset Old = new(2018, 10, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Recent = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<bool, string, string> Changes
    {
        get
        {
            var changes = new TheoryData<bool, string, string>();
            foreach (var inDatabase in new[] { false, true })
            {
                changes.Add(inDatabase, "UPDATE access_log SET who = 'Another' WHERE id = 2", "Line 2 of the access log, of 2018-10-03 09:01:00Z, was changed.");
                changes.Add(inDatabase, "UPDATE access_log SET about = NULL WHERE id = 2", "Line 2 of the access log, of 2018-10-03 09:01:00Z, was changed.");
                changes.Add(inDatabase, "DELETE FROM access_log WHERE id = 3", "Line 3 of the access log, of 2018-10-03 09:02:00Z, is missing.");
                changes.Add(inDatabase, $"INSERT INTO access_log (at, who, act) VALUES ({(inDatabase ? "now() + interval '2 days'" : "4102444800000")}, 'Somebody', 'signed-in')", "has no hash: it was added by hand");
                changes.Add(inDatabase, "DELETE FROM access_log_chain WHERE position = 2", "Links 2 to 2 of the access log's chain are missing.");
                changes.Add(inDatabase, "DELETE FROM access_log_chain WHERE position < 3 AND position > 0", "Links 1 to 2 of the access log's chain are missing.");
                changes.Add(inDatabase, "DELETE FROM access_log_chain WHERE position = 0", "The start of the access log's chain is missing.");
                changes.Add(inDatabase, "UPDATE access_log_chain SET line_at = line_at WHERE position = 2; UPDATE access_log_chain SET digest = hash WHERE position = 2", "Link 2 of the access log's chain, of line 2, does not follow from the one before it.");
            }

            return changes;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task GivenChain_WhenTheLogIsChangedByHand_ThenItIsSaidWhatAndWhere(bool inDatabase, string sql, string said)
    {
        var errand = await WithLines(inDatabase);
        (await Problems(errand)).ShouldBeEmpty();

        await ByHand(errand, inDatabase, sql);

        (await Problems(errand)).ShouldContain(problem => problem.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenChain_WhenItIsCutTwice_ThenTheRestIsWholeAndGoesOn(bool inDatabase)
    {
        var errand = await WithLines(inDatabase);
        foreach (var (before, links) in new[] { (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), 5), (new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), 5) })
        {
            await errand.LogFile.Cut(before, AccessActor.CommandLine, CancellationToken.None);
            await Write(errand, Recent.AddDays(3), Recent.AddDays(400));
            await AccessChain.Extend(errand, CancellationToken.None);

            (await Problems(errand)).ShouldBeEmpty();
            await using var context = errand.CreateDbContext();
            (await context.Chain.CountAsync()).ShouldBeGreaterThanOrEqualTo(links);
        }
    }

    [Fact]
    public async Task GivenLinesCutInBetween_WhenTimesStandInAnotherOrder_ThenTheRestIsWhole()
    {
        var errand = await WithLines(inDatabase: false);
        await Write(errand, Recent, Old, Recent, Old);

        await errand.LogFile.Cut(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), AccessActor.CommandLine, CancellationToken.None);

        (await Problems(errand)).ShouldBeEmpty();
        await ByHand(errand, inDatabase: false, "DELETE FROM access_log WHERE id = 7");
        (await Problems(errand)).ShouldHaveSingleItem().ShouldBe("Line 7 of the access log, of 2026-01-01 00:00:00Z, is missing.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenLinesOfTheVersionBefore_WhenTheChainBegins_ThenItBeginsAfterThem(bool inDatabase)
    {
        var errand = await WithLines(inDatabase);
        await ByHand(errand, inDatabase, inDatabase
            ? "INSERT INTO access_log (at, who, act) VALUES (now(), 'A node of the version before', 'signed-in')"
            : "INSERT INTO access_log (at, who, act) VALUES (unixepoch() * 1000, 'A node of the version before', 'signed-in')");
        await Write(errand, Recent);
        await AccessChain.Extend(errand, CancellationToken.None);

        (await Problems(errand)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenSeveralNodes_WhenTheyPutInLinesAtTheSameMoment_ThenEachIsInTheChainOnce()
    {
        var errand = await WithLines(inDatabase: true);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            for (var batch = 0; batch < 10; batch++)
            {
                await Write(errand, Recent, Recent);
                await AccessChain.Extend(errand, CancellationToken.None);
            }
        })));
        await AccessChain.Extend(errand, CancellationToken.None);

        (await Problems(errand)).ShouldBeEmpty();
        await using var context = errand.CreateDbContext();
        (await context.Chain.CountAsync()).ShouldBe(await context.Log.CountAsync() + 1);
    }

    [Fact]
    public async Task GivenServer_WhenALineIsWritten_ThenItIsPutIntoTheChainAndCheckJournalLooksAtIt()
    {
        await using var board = await TestBoard.Start();
        await board.Services.GetRequiredService<AccessLog>().Write(new() { At = Recent, Who = "Somebody", Act = Acts.SawStays });
        var errand = AccessErrand.OfFileIn(board.DataFolder)!;

        await Deadline.Until(async () => await errand.CreateDbContext().Chain.CountAsync() > 1, "the line is in the chain");

        (await CommandLine.Run(["check-journal", "--of", board.DataFolder])).ShouldBe(0);
        await ByHand(errand, inDatabase: false, "UPDATE access_log SET who = 'Another' WHERE id = 1");
        (await CommandLine.Run(["check-journal", "--of", board.DataFolder])).ShouldBe(1);
    }

    private async Task<AccessErrand> WithLines(bool inDatabase)
    {
        var errand = inDatabase ? await InDatabase(await databases.New()) : AccessErrand.InFolder(_folder.PathOf("data"));
        await Write(errand, Old, Old.AddMinutes(1), Old.AddMinutes(2), Recent);
        await AccessChain.Extend(errand, CancellationToken.None);
        return errand;
    }

    private static async Task<AccessErrand> InDatabase(string database)
    {
        await using var source = PostgresConnections.Open(database);
        await PostgresSchema.Migrate(source, CancellationToken.None);
        return AccessErrand.InDatabase(database);
    }

    private static async Task Write(AccessErrand errand, params IEnumerable<DateTimeOffset> times)
    {
        foreach (var at in times)
        {
            await errand.Store.Add(new AccessEntry { At = at, Who = "Somebody", Act = Acts.SawStays, About = "stockport/fernlea", Stay = "SH-1", Address = "127.0.0.1" });
        }
    }

    private static async Task<IReadOnlyList<string>> Problems(AccessErrand errand) => (await new AccessInspection(errand).Run(CancellationToken.None)).Problems;

    /// <summary>By somebody who owns the tables.</summary>
    private static async Task ByHand(AccessErrand errand, bool inDatabase, string sql)
    {
        await using var context = errand.CreateDbContext();
        string[] before = inDatabase
            ? ["ALTER TABLE access_log DISABLE TRIGGER ALL", "ALTER TABLE access_log_chain DISABLE TRIGGER ALL"]
            : [.. await context.Database.SqlQueryRaw<string>("SELECT 'DROP TRIGGER ' || name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'access_log%'").ToListAsync()];
        foreach (var each in before.Append(sql))
        {
            await context.Database.ExecuteSqlRawAsync(each);
        }
    }
}
