using CapacityBoard.Journal.Migrations;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>The tables of the journal's database, in the numbered files of <c>Migrations/</c>.</summary>
internal static class PostgresSchema
{
    private static readonly MigrationScripts Scripts = new(typeof(PostgresSchema).Assembly, "CapacityBoard.Journal.Postgres.Migrations");

    public static int Newest => Scripts.Newest;

    /// <inheritdoc cref="MigrationScripts.Run"/>
    public static async Task<int> Migrate(NpgsqlDataSource source, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        return await Scripts.Run(new MigratedPostgres(connection, "journal_migrations"), token);
    }
}
