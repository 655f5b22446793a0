using CapacityBoard.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Copying;

/// <summary>The entries of a data folder's SQLite journal. The folder is locked meanwhile: no server runs on it.</summary>
internal sealed class SqliteRows : IJournalRows
{
    private readonly DataFolder _folder;
    private readonly SqliteConnection _connection;
    private readonly string _file;

    private SqliteRows(DataFolder folder, SqliteConnection connection, string file) => (_folder, _connection, _file) = (folder, connection, file);

    public string Name => _file;

    /// <param name="mustExist">Where there is no journal in the folder, that is an error and no empty one is made.</param>
    public static SqliteRows Open(string path, bool mustExist)
    {
        if (mustExist && !File.Exists(Path.Combine(path, SqliteJournal.FileName)))
        {
            throw new JournalUnavailableException($"There is no journal in the folder {Path.GetFullPath(path)}; name the folder that has {SqliteJournal.FileName}.");
        }

        var folder = DataFolder.Open(path);
        var file = folder.PathOf(SqliteJournal.FileName);
        try
        {
            return new(folder, SqliteConnections.OpenDurable(file, configure: null), file);
        }
        catch (SqliteException failure)
        {
            folder.Dispose();
            throw SqliteFailure.OfOpening(failure, file);
        }
    }

    public Task<long> LastPosition(CancellationToken token) => Use(() => (long)_connection.Ask("SELECT coalesce(max(position), 0) FROM journal")!, writes: false);

    public Task<IReadOnlyList<JournalRow>> Read(long afterPosition, int most, CancellationToken token) => Use<IReadOnlyList<JournalRow>>(
        () =>
        {
            using var command = _connection.Prepare(
                "SELECT position, site, version, at, by, operation, type, data FROM journal WHERE position > $after ORDER BY position LIMIT $most", "$after", "$most");
            command.Parameters[0].Value = afterPosition;
            command.Parameters[1].Value = most;
            return ReadRows(command);
        },
        writes: false);

    public Task Write(IReadOnlyList<JournalRow> rows, CancellationToken token) => Use(
        () =>
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            using var insert = _connection.Prepare(
                "INSERT INTO journal (position, site, version, at, by, operation, type, data) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8");
            insert.Transaction = transaction;
            foreach (var row in rows)
            {
                object[] values = [row.Position, row.Site, row.Version, row.At, row.By, row.Operation, row.Type, row.Data];
                for (var each = 0; each < values.Length; each++)
                {
                    insert.Parameters[each].Value = values[each];
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return rows.Count;
        },
        writes: true);

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static List<JournalRow> ReadRows(SqliteCommand command)
    {
        var rows = new List<JournalRow>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            rows.Add(new(
                row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7)));
        }

        return rows;
    }

    private Task<T> Use<T>(Func<T> use, bool writes)
    {
        try
        {
            return Task.FromResult(use());
        }
        catch (SqliteException failure)
        {
            return Task.FromException<T>(writes ? SqliteFailure.OfRecording(failure, _file) : SqliteFailure.OfReading(failure, _file));
        }
    }
}
