using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Opens the journal's file in the three ways in which it is used.</summary>
internal static class SqliteConnections
{
    /// <summary>How long, in seconds, another program may keep the file locked before that is an error.</summary>
    private const int LongestWaitForLock = 5;

    /// <summary>In pages of 4 KiB. The default of 1,000 would carry the log over into the file in nearly every large batch.</summary>
    private const int PagesBetweenCheckpoints = 4096;

    private const int CacheInKibibytes = 32 * 1024;

    private const long Full = 2;

    /// <summary>For what must be durable once committed. Creates the file, and brings it to the newest schema.</summary>
    /// <param name="configure">Sees the connection last.</param>
    public static SqliteConnection OpenDurable(string file, Action<SqliteConnection>? configure) =>
        Open(file, SqliteOpenMode.ReadWriteCreate, connection =>
        {
            UseWriteAheadLog(connection);
            UseFullSynchronisation(connection);
            SqliteSchema.Migrate(connection);
            configure?.Invoke(connection);
        });

    /// <summary>For what may be lost with the machine's power: no commit waits for the disk.</summary>
    public static SqliteConnection OpenExpendable(string file) => Open(file, SqliteOpenMode.ReadWrite, connection =>
    {
        UseWriteAheadLog(connection);
        connection.Ask("PRAGMA synchronous = NORMAL");
    });

    public static SqliteConnection OpenReadOnly(string file) => Open(file, SqliteOpenMode.ReadOnly, _ => { });

    /// <summary>The one value that a statement answers; null where it answers none.</summary>
    public static object? Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>A statement to be run many times, with parameters to be set in the order of their names here.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        command.Prepare();
        return command;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode, Action<SqliteConnection> configure)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = LongestWaitForLock,
        }.ToString());
        try
        {
            connection.Open();
            configure(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void UseWriteAheadLog(SqliteConnection connection)
    {
        if (connection.Ask("PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new JournalUnavailableException(
                $"SQLite cannot keep a write-ahead log beside {connection.DataSource}. Use --data to choose a folder on a local disk.");
        }

        connection.Ask(string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {PagesBetweenCheckpoints}"));
        connection.Ask(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{CacheInKibibytes}"));
    }

    private static void UseFullSynchronisation(SqliteConnection connection)
    {
        connection.Ask("PRAGMA synchronous = FULL");
        if (connection.Ask("PRAGMA synchronous") is not Full)
        {
            throw new JournalUnavailableException(
                $"SQLite does not synchronise {connection.DataSource} to disk at every commit. Use another build of SQLite.");
        }
    }
}
