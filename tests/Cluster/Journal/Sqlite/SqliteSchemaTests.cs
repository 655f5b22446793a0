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
            first.Ask("DROP INDEX journal_sites");
            first.Ask("DROP TABLE site_states");
            first.Ask("DROP TABLE fact_segments");
            first.Ask("CREATE TABLE snapshots (site TEXT PRIMARY KEY, version INTEGER NOT NULL, shape TEXT NOT NULL, state TEXT NOT NULL) STRICT");
            first.Ask("PRAGMA user_version = 1");
        }

        using var second = Open();

        second.Ask("SELECT sql FROM sqlite_master WHERE name = 'journal_operations'").ShouldBe("CREATE INDEX journal_operations ON journal (operation, site, version)");
    }

    [Fact]
    public void GivenManyStays_WhenAWardIsLookedForThatHasAPerson_ThenTheIndexOfComingAndGoingIsRead() =>
        Plan(SqliteSchema.OtherWardOf, "$reference", "$hospital", "$site", "$from").ShouldContain("SEARCH journal USING INDEX journal_stays (<expr>=?)");

    [Fact]
    public void GivenManySites_WhenTheyAreListed_ThenOnlyTheirIndexIsRead() =>
        Plan(SqliteSchema.Sites).ShouldBe(["SCAN journal USING COVERING INDEX journal_sites"]);

    [Fact]
    public void GivenManyEvents_WhenALocalitysAreRead_ThenByPosition() =>
        Plan(SqliteReader.OfLocality, "$locality", "$after", "$most").ShouldBe(["SEARCH journal USING INTEGER PRIMARY KEY (rowid>?)"]);

    [Fact]
    public void GivenManySnapshots_WhenThoseBeforeAPointAreRead_ThenTheyAreFoundInIndexesAlone() =>
        Plan(SqliteSnapshotReader.SnapshotsBefore, "$locality", "$shape", "$at", "$position").ShouldBe(
        [
            "MATERIALIZE last",
            "SEARCH journal USING COVERING INDEX journal_sites (site>? AND site<?)",
            "CORRELATED SCALAR SUBQUERY 1",
            "SEARCH site_states USING COVERING INDEX site_states_points (site=? AND shape=?)",
            "SCAN last",
            "SEARCH state USING INDEX sqlite_autoindex_site_states_1 (site=? AND version=?) LEFT-JOIN",
            "CORRELATED SCALAR SUBQUERY 3",
            "SEARCH site_states USING COVERING INDEX site_states_points (site=? AND shape=? AND version>?)",
            "USE TEMP B-TREE FOR ORDER BY",
        ]);

    [Fact]
    public void GivenSiteWithManyEvents_WhenAnOperationIsLookedFor_ThenOnlyTheIndexIsRead() =>
        Plan(SqliteSchema.LastOfOperation, "$site", "$operation").ShouldBe(
        [
            "SEARCH journal USING INDEX sqlite_autoindex_journal_1 (site=? AND version=?)",
            "SCALAR SUBQUERY 1",
            "SEARCH journal USING COVERING INDEX journal_operations (operation=? AND site=?)",
        ]);

    /// <summary>The steps in which SQLite would run a statement.</summary>
    private List<string> Plan(string sql, params string[] parameters)
    {
        using var connection = Open();
        using var plan = connection.Prepare($"EXPLAIN QUERY PLAN {sql}", parameters);
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

        return steps;
    }

    private SqliteConnection Open() => SqliteConnections.OpenDurable(_temporary.PathOf("journal.db"), configure: null);
}
