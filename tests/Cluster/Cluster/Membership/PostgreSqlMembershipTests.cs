using CapacityBoard.Support;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CapacityBoard.Cluster.Membership;

/// <summary>The membership's tables and queries, on a real PostgreSQL.</summary>
public sealed class PostgreSqlMembershipTests(Databases databases)
{
    /// <summary>The table by which Orleans' own scripts are known.</summary>
    private const string Published = "CREATE TABLE OrleansQuery (QueryKey varchar(64) NOT NULL PRIMARY KEY, QueryText varchar(8000) NOT NULL)";

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

    [Fact]
    public async Task GivenUserWhoMayCreateNothing_WhenTheTablesAreThere_ThenASiloStarts()
    {
        var database = await databases.New();
        await Make(database);
        await Execute(database, "CREATE ROLE silo LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT SELECT ON orleansquery, cluster_migrations TO silo");

        await Make(new NpgsqlConnectionStringBuilder(database) { Username = "silo" }.ConnectionString);
    }

    [Fact]
    public async Task GivenTablesOfOrleansOwnScripts_WhenASiloStarts_ThenItSaysHowToUseThemAndLeavesThemAsTheyAre()
    {
        var database = await databases.New();
        await Execute(database, Published);

        (await Should.ThrowAsync<GrainsUnavailableException>(() => Make(database))).Message.ShouldStartWith(
            "PostgreSQL, which keeps the cluster's membership, has Orleans' published tables already: set Cluster:CreateSchema=false to use them");

        await Make(database, createSchema: false);
        await using var source = NpgsqlDataSource.Create(database);
        await using var count = source.CreateCommand("SELECT count(*) FROM pg_class WHERE relname = 'cluster_silos'");
        (await count.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task GivenNoTablesAndNoneToBeMade_WhenASiloStarts_ThenSaysWhatToRun()
    {
        var failure = await Should.ThrowAsync<GrainsUnavailableException>(async () => await Make(await databases.New(), createSchema: false));

        failure.Message.ShouldEndWith("run Orleans' PostgreSQL-Main.sql and PostgreSQL-Clustering.sql in it, or leave Cluster:CreateSchema out.");
    }

    private static Task Make(string database, bool createSchema = true) => new PostgreSqlMembership(
        Options.Create(new SiloClusterOptions { ConnectionString = database, CreateSchema = createSchema })).StartingAsync(CancellationToken.None);

    private static async Task Execute(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
