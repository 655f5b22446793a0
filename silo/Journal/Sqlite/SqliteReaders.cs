using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Readers kept for use again. Each read has one to itself, and none waits for the writer or makes it wait.</summary>
internal sealed class SqliteReaders(string file) : IDisposable
{
    private const int MostKept = 16;

    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private volatile bool _closed;

    /// <exception cref="JournalUnavailableException">The file cannot be read.</exception>
    /// <exception cref="JournalDamagedException">The file is damaged.</exception>
    public T Read<T>(Func<SqliteReader, T> read)
    {
        SqliteReader? reader = null;
        try
        {
            reader = _idle.TryTake(out var idle) ? idle : new(file);
            var answer = read(reader);
            GiveBack(reader);
            return answer;
        }
        catch (SqliteException failure)
        {
            reader?.Dispose();
            throw SqliteFailure.OfReading(failure, file);
        }
        catch (InvalidOperationException failure)
        {
            // These columns are never null, but one is where the end of the file is missing: SQLite reads zeros there.
            reader?.Dispose();
            throw SqliteFailure.OfDamage(failure, file);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void GiveBack(SqliteReader reader)
    {
        if (_closed || _idle.Count >= MostKept)
        {
            reader.Dispose();
            return;
        }

        _idle.Add(reader);
    }
}
