using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>
/// A prepared statement without ADO.NET's objects around each run: the one writer runs several for every append, and its time
/// bounds what the journal takes in. For use within a transaction, where SQLite never answers that the file is locked.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <param name="sql">One statement. Its parameters are numbered from 1 in the order in which each appears first.</param>
    /// <exception cref="SqliteException">The statement is wrong.</exception>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(sqlite3_prepare_v3(_connection, sql, SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public void Bind(int parameter, long value) => Check(sqlite3_bind_int64(_statement, parameter, value));

    public void Bind(int parameter, string? value) =>
        Check(value is null ? sqlite3_bind_null(_statement, parameter) : sqlite3_bind_text(_statement, parameter, value));

    public void Bind(int parameter, byte[]? value) =>
        Check(value is null ? sqlite3_bind_null(_statement, parameter) : sqlite3_bind_blob(_statement, parameter, value));

    /// <summary>Runs a statement that answers no rows.</summary>
    /// <exception cref="SqliteException">It failed; nothing of this statement was done.</exception>
    public void Run() => First(_ => true);

    /// <summary>Runs it and reads its first row; the default if it has none. It can then be run again.</summary>
    /// <inheritdoc cref="Run"/>
    public T? First<T>(Func<SqliteStatement, T> read)
    {
        try
        {
            return HasRow() ? read(this) : default;
        }
        finally
        {
            _ = sqlite3_reset(_statement);
        }
    }

    public long Number(int column) => sqlite3_column_int64(_statement, column);

    public string? Text(int column) => IsNull(column) ? null : sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[]? Bytes(int column) => IsNull(column) ? null : sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private bool HasRow()
    {
        var result = sqlite3_step(_statement);
        Check(result is SQLITE_ROW or SQLITE_DONE ? SQLITE_OK : result);
        return result == SQLITE_ROW;
    }

    private bool IsNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL;

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
