using CapacityBoard.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Copying;

/// <summary>The entries of a data folder's SQLite journal. The folder is locked meanwhile, so no server can run on it.</summary>
internal sealed class SqliteRows : IJournalRows
{
    private readonly DataFolder _folder;
    private readonly SqliteConnection _connection;
    private readonly JournalHead _head;
    private readonly string _file;

    private SqliteRows(DataFolder folder, SqliteConnection connection, string file) =>
        (_folder, _connection, _head, _file) = (folder, connection, JournalHead.Open(folder.PathOf(JournalHead.FileName)), file);

    public string Name => _file;

    /// <param name="mustExist">True if a missing journal is an error; otherwise an empty one is created.</param>
    public static SqliteRows Open(string path, bool mustExist)
    {
        if (mustExist)
        {
            SqliteJournal.RequireIn(path);
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

    public Task<JournalHeadNote?> Head(CancellationToken token) => Task.FromResult(_head.Read());

    public Task<long> LastPosition(CancellationToken token) => Use(() => (long)_connection.Ask("SELECT coalesce(max(position), 0) FROM journal")!, writes: false);

    public Task<IReadOnlyList<JournalRow>> Read(long afterPosition, int most, CancellationToken token) =>
        Use(() => SqliteJournalRows.Read(_connection, afterPosition, most), writes: false);

    public Task Write(IReadOnlyList<JournalRow> rows, CancellationToken token) => Use(
        () =>
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            using var insert = SqliteJournalRows.PrepareInsert(_connection);
            foreach (var row in rows)
            {
                SqliteJournalRows.Insert(insert, row);
            }

            transaction.Commit();
            _head.Write(rows[^1].Position, rows[^1].Hash);
            return rows.Count;
        },
        writes: true);

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        _head.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
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
