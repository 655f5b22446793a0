using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>The tables, in numbered steps. A step that was ever released is never changed: what follows is a new step.</summary>
internal static class SqliteSchema
{
    /// <summary>The version of the last event of an operation. Its index holds the version too, so that no site's events are searched.</summary>
    public const string LastOfOperation = "SELECT max(version) FROM journal WHERE site = $site AND operation = $operation";

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE journal (
            position INTEGER PRIMARY KEY,
            site TEXT NOT NULL,
            version INTEGER NOT NULL,
            at INTEGER NOT NULL,
            by TEXT NOT NULL,
            operation TEXT NOT NULL,
            type TEXT NOT NULL,
            data TEXT NOT NULL,
            UNIQUE (site, version)
        ) STRICT;
        CREATE INDEX journal_operations ON journal (site, operation, version);
        CREATE TABLE snapshots (
            site TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            shape TEXT NOT NULL,
            state TEXT NOT NULL
        ) STRICT;
        """,

        // An operation's id mostly begins with its time. Led by it, a batch's new entries stand side by side in one or two
        // pages of the index; led by the site, each was in a page of its own, and every page that changes is written whole.
        """
        DROP INDEX journal_operations;
        CREATE INDEX journal_operations ON journal (operation, site, version);
        """,
    ];

    public static int Newest => Migrations.Length;

    /// <summary>Takes the file from whatever step it is at to the newest, all or nothing.</summary>
    /// <exception cref="JournalUnavailableException">A newer version of the product wrote the file; it is left as it was.</exception>
    public static void Migrate(SqliteConnection connection) => SqliteMigrations.Apply(connection, Migrations, "The journal");
}
