using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Transactions of one connection, by prepared statements that are used again for every batch.</summary>
internal sealed class SqliteTransactions(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _begin = connection.Prepare("BEGIN IMMEDIATE");
    private readonly SqliteCommand _commit = connection.Prepare("COMMIT");
    private readonly SqliteCommand _rollBack = connection.Prepare("ROLLBACK");

    /// <summary>Does all of <paramref name="work"/> or nothing. It is on disk, as far as the connection sees to that, on return.</summary>
    public void Run(Action work)
    {
        _begin.ExecuteNonQuery();
        try
        {
            work();
            _commit.ExecuteNonQuery();
        }
        catch
        {
            RollBackWhereStillOpen();
            throw;
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rollBack.Dispose();
    }

    /// <summary>A full disk and its like make SQLite roll back by itself.</summary>
    private void RollBackWhereStillOpen()
    {
        if (sqlite3_get_autocommit(connection.Handle) == 0)
        {
            _rollBack.ExecuteNonQuery();
        }
    }
}
