using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CapacityBoard.Cluster.Membership;

/// <summary>The membership's tables and queries, on a real PostgreSQL.</summary>
public sealed class PostgreSqlMembershipTests(Databases databases)
{
    [Fact]
    public async Task GivenManySilosThatStartAtOnce_WhenEachMakesTheTables_ThenNoneFailsAndNothingIsLost()
    {
        var database = await databases.New();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Make(database))).Within("every silo has made the tables");

        await using var source = NpgsqlDataSource.Create(database);
        await using var count = source.CreateCommand("SELECT count(*) FROM orleansquery");
        (await count.ExecuteScalarAsync()).ShouldBe(9L);
    }

    [Fact]
    public async Task GivenTablesFromBeforeStepsWereRecorded_WhenASiloStarts_ThenWhatTheyHoldStaysAndTheStepsAreRecorded()
    {
        var database = await databases.New();
        await Make(database);
        await using var source = NpgsqlDataSource.Create(database);
        await using (var before = source.CreateCommand("INSERT INTO cluster_versions VALUES ('board', 7); DROP TABLE cluster_migrations"))
        {
            await before.ExecuteNonQueryAsync();
        }

        await Make(database);

        await using var version = source.CreateCommand("SELECT version + (SELECT 100 * max(step) FROM cluster_migrations) FROM cluster_versions");
        (await version.ExecuteScalarAsync()).ShouldBe(207);
    }

    [Fact]
    public async Task GivenNoPostgreSql_WhenASiloStarts_ThenSaysWhatToDo()
    {
        var failure = await Should.ThrowAsync<GrainsUnavailableException>(() => Make($"Host=127.0.0.1;Port={FreePort.Next()};Username=board"));

        failure.Message.ShouldStartWith("PostgreSQL, which keeps the cluster's membership, cannot be used: ");
        failure.Message.ShouldEndWith(". Start it, or correct Cluster:ConnectionString.");
    }

    private static Task Make(string database) =>
        new PostgreSqlMembership(Options.Create(new SiloClusterOptions { ConnectionString = database })).StartingAsync(CancellationToken.None);
}
