using CapacityBoard.Journal.Migrations;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>The tables of the journal's file, in the numbered files of <c>Migrations/</c>.</summary>
internal static class SqliteSchema
{
    /// <summary>That an entry tells of somebody with a reference coming to a site or leaving it, as the index of that is written.</summary>
    public const string ComesOrGoes =
        """
        type IN ('stay-admitted', 'transfer-accepted', 'discharge-cancelled', 'stay-discharged', 'admission-cancelled', 'transfer-completed')
            AND upper(CASE WHEN json_valid(data) THEN coalesce(data ->> '$.stay.reference', data ->> '$.stay') END) = upper($reference)
        """;

    /// <summary>The version of the last event of an operation, and its fingerprint. Its index holds the version too, so that no site's events are searched.</summary>
    public const string LastOfOperation =
        """
        SELECT version, fingerprint FROM journal
        WHERE site = $site AND version = (SELECT max(version) FROM journal WHERE site = $site AND operation = $operation)
        """;

    /// <summary>A ward of a hospital that has a person, by the last that was recorded there of their coming and going: other than two given ones.</summary>
    public const string OtherWardOf =
        $"""
        SELECT site FROM (
            SELECT site, type, max(position) FROM journal
            WHERE {ComesOrGoes} AND site > $hospital || '/' AND site < $hospital || '0' AND site NOT IN ($site, $from)
            GROUP BY site)
        WHERE type IN ('stay-admitted', 'transfer-accepted', 'discharge-cancelled')
        LIMIT 1
        """;

    /// <summary>Each site with the time of its first entry, from the index of first entries alone.</summary>
    public const string Sites = "SELECT site, at FROM journal WHERE version = 1 ORDER BY site";

    private static readonly MigrationScripts Scripts = new(typeof(SqliteSchema).Assembly, "CapacityBoard.Journal.Sqlite.Migrations");

    public static int Newest => Scripts.Newest;

    /// <inheritdoc cref="MigrationScripts.Run"/>
    public static void Migrate(SqliteConnection connection) => MigratedSqlite.Migrate(connection, Scripts, "The journal");
}
