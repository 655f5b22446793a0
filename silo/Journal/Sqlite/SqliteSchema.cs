using CapacityBoard.Journal.Migrations;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>The tables of the journal's file, in the numbered files of <c>Migrations/</c>.</summary>
internal static class SqliteSchema
{
    /// <summary>The version of the last event of an operation, and its fingerprint. Its index holds the version too, so that no site's events are searched.</summary>
    public const string LastOfOperation =
        """
        SELECT version, fingerprint FROM journal
        WHERE site = $site AND version = (SELECT max(version) FROM journal WHERE site = $site AND operation = $operation)
        """;

    private static readonly MigrationScripts Scripts = new(typeof(SqliteSchema).Assembly, "CapacityBoard.Journal.Sqlite.Migrations");

    public static int Newest => Scripts.Newest;

    /// <inheritdoc cref="MigrationScripts.Run"/>
    public static void Migrate(SqliteConnection connection) => MigratedSqlite.Migrate(connection, Scripts, "The journal");
}
