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
    public void GivenSiteWithManyEvents_WhenAnOperationIsLookedFor_ThenOnlyTheIndexIsRead()
    {
        using var connection = Open();
        using var plan = connection.Prepare($"EXPLAIN QUERY PLAN {SqliteSchema.LastOfOperation}", "$site", "$operation");
        plan.Parameters[0].Value = "stockport/home-1";
        plan.Parameters[1].Value = "op-1";

        using var row = plan.ExecuteReader();

        row.Read().ShouldBeTrue();
        row.GetString(3).ShouldBe("SEARCH journal USING COVERING INDEX journal_operations (site=? AND operation=?)");
    }

    private SqliteConnection Open() => SqliteConnections.OpenDurable(_temporary.PathOf("journal.db"), configure: null);
}
