using CapacityBoard.Support;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void GivenNewFile_WhenMigratedTwice_ThenAtTheNewestStepBothTimes()
    {
        using (var first = Open())
        {
            first.Ask("PRAGMA user_version").ShouldBe((long)SqliteSchema.Newest);
        }

        using var second = Open();
        second.Ask("PRAGMA user_version").ShouldBe((long)SqliteSchema.Newest);
    }

    [Fact]
    public void GivenFileOfTheFirstStep_WhenOpened_ThenItsOperationsAreIndexedAsInANewOne()
    {
        using (var first = Open())
        {
            first.Ask("DROP INDEX journal_operations");
            first.Ask("DROP INDEX journal_stays");
            first.Ask("CREATE INDEX journal_operations ON journal (site, operation, version)");
            first.Ask("ALTER TABLE journal DROP COLUMN fingerprint");
            first.Ask("ALTER TABLE journal DROP COLUMN hash");
            first.Ask("PRAGMA user_version = 1");
        }

        using var second = Open();

        second.Ask("SELECT sql FROM sqlite_master WHERE name = 'journal_operations'").ShouldBe("CREATE INDEX journal_operations ON journal (operation, site, version)");
    }

    [Fact]
    public void GivenManyStays_WhenAWardIsLookedForThatHasAPerson_ThenTheIndexOfComingAndGoingIsRead()
    {
        using var connection = Open();
        using var plan = connection.Prepare($"EXPLAIN QUERY PLAN {SqliteSchema.OtherWardOf}", "$reference", "$hospital", "$site", "$from");
        foreach (SqliteParameter parameter in plan.Parameters)
        {
            parameter.Value = "stockport/stepping-hill/a1";
        }

        var steps = new List<string>();
        using var row = plan.ExecuteReader();
        while (row.Read())
        {
            steps.Add(row.GetString(3));
        }

        steps.ShouldContain("SEARCH journal USING INDEX journal_stays (<expr>=?)");
    }

    [Fact]
    public void GivenSiteWithManyEvents_WhenAnOperationIsLookedFor_ThenOnlyTheIndexIsRead()
    {
        using var connection = Open();
        using var plan = connection.Prepare($"EXPLAIN QUERY PLAN {SqliteSchema.LastOfOperation}", "$site", "$operation");
        plan.Parameters[0].Value = "stockport/home-1";
        plan.Parameters[1].Value = "op-1";

        var steps = new List<string>();
        using var row = plan.ExecuteReader();
        while (row.Read())
        {
            steps.Add(row.GetString(3));
        }

        steps.ShouldBe(
        [
            "SEARCH journal USING INDEX sqlite_autoindex_journal_1 (site=? AND version=?)",
            "SCALAR SUBQUERY 1",
            "SEARCH journal USING COVERING INDEX journal_operations (operation=? AND site=?)",
        ]);
    }

    private SqliteConnection Open() => SqliteConnections.OpenDurable(_temporary.PathOf("journal.db"), configure: null);
}
