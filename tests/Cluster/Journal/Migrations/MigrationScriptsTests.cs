using System.Data.Common;
using CapacityBoard.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CapacityBoard.Journal.Migrations;

/// <summary>Scripts whose second one fails halfway. Those of the product are run by the tests of the tables that they make.</summary>
public sealed class MigrationScriptsTests(Databases databases) : IDisposable
{
    private static readonly MigrationScripts Broken = new(typeof(MigrationScriptsTests).Assembly, "CapacityBoard.Journal.Migrations.Broken");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenScriptThatFailsInPostgres_WhenRun_ThenNothingOfAnyIsLeft()
    {
        await using var connection = new NpgsqlConnection(await databases.New());
        await connection.OpenAsync();

        await Should.ThrowAsync<PostgresException>(Broken.Run(new MigratedPostgres(connection, "steps"), CancellationToken.None));

        await using var again = new NpgsqlConnection(connection.ConnectionString);
        (await Ask(again, "SELECT count(*) FROM pg_tables WHERE tablename IN ('homes', 'wards')")).ShouldBe(0L);
    }

    [Fact]
    public async Task GivenScriptThatFailsInSqlite_WhenRun_ThenNothingOfAnyIsLeft()
    {
        await using (var connection = File())
        {
            connection.Open();
            Should.Throw<SqliteException>(() => MigratedSqlite.Migrate(connection, Broken, "The file")).Message.ShouldContain("no_such_table");
        }

        await using var again = File();
        (await Ask(again, "SELECT count(*) + (SELECT user_version FROM pragma_user_version) FROM sqlite_master")).ShouldBe(0L);
    }

    private SqliteConnection File() => new($"Data Source={_folder.PathOf("tables.db")};Pooling=false");

    private static async Task<object?> Ask(DbConnection connection, string sql)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
