using CapacityBoard.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Copying;

/// <summary>The entries of a data folder's SQLite journal as of one moment; a server may run on it meanwhile.</summary>
internal sealed class ReadOnlySqliteRows : IJournalRows
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _moment;
    private readonly JournalHeadNote? _head;
    private readonly string _file;

    private ReadOnlySqliteRows(SqliteConnection connection, JournalHeadNote? head, string file)
    {
        (_connection, _head, _file) = (connection, head, file);
        _moment = connection.BeginTransaction(deferred: true);
    }

    public string Name => _file;

    public static ReadOnlySqliteRows Open(string path)
    {
        var file = Path.Combine(Path.GetFullPath(path), SqliteJournal.FileName);
        SqliteJournal.RequireIn(path);
        try
        {
            // The note is read first, so that with a running server it is never ahead of the entries.
            var head = JournalHead.ReadBeside(Path.Combine(Path.GetFullPath(path), JournalHead.FileName));
            return new(SqliteConnections.OpenReadOnly(file), head, file);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.OfOpening(failure, file);
        }
    }

    public Task<long> LastPosition(CancellationToken token) => Use(() => (long)_connection.Ask("SELECT coalesce(max(position), 0) FROM journal")!);

    public Task<JournalHeadNote?> Head(CancellationToken token) => Task.FromResult(_head);

    public Task<IReadOnlyList<JournalRow>> Read(long afterPosition, int most, CancellationToken token) =>
        Use(() => SqliteJournalRows.Read(_connection, afterPosition, most));

    public Task Write(IReadOnlyList<JournalRow> rows, CancellationToken token) => throw new NotSupportedException("The journal is open for reading only.");

    /// <summary>The faults that SQLite finds in the file itself; empty if there are none.</summary>
    public Task<IReadOnlyList<string>> CheckFile() => Use<IReadOnlyList<string>>(() =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(10)";
        using var row = command.ExecuteReader();
        var problems = new List<string>();
        while (row.Read())
        {
            problems.Add(row.GetString(0));
        }

        return problems is ["ok"] ? [] : problems;
    });

    public async ValueTask DisposeAsync()
    {
        await _moment.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private Task<T> Use<T>(Func<T> use)
    {
        try
        {
            return Task.FromResult(use());
        }
        catch (SqliteException failure)
        {
            return Task.FromException<T>(SqliteFailure.OfReading(failure, _file));
        }
        catch (InvalidOperationException failure)
        {
            return Task.FromException<T>(SqliteFailure.OfDamage(failure, _file));
        }
    }
}
