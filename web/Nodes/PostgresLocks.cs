using CapacityBoard.Journal.Postgres;
using Npgsql;

namespace CapacityBoard.Nodes;

/// <summary>
/// Locks for all nodes of one database, each held by its own connection. The database releases a lock when its connection ends,
/// so a killed node blocks nobody.
/// </summary>
internal sealed class PostgresLocks(NpgsqlDataSource source, TimeProvider clock) : INodeLocks
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    /// <summary>Polls, because a statement that waits would exceed the statement timeout.</summary>
    public async Task<INodeLock> Take(string name, CancellationToken token)
    {
        while (true)
        {
            if (await TryTake(name, token) is { } held)
            {
                return held;
            }

            await Task.Delay(BetweenTries, clock, token);
        }
    }

    public async Task<INodeLock?> TryTake(string name, CancellationToken token)
    {
        try
        {
            return await Try(name, token);
        }
        catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure))
        {
            throw PostgresFailure.OfRecording(failure, PostgresConnections.NameOf(source));
        }
    }

    private async Task<Held?> Try(string name, CancellationToken token)
    {
        var connection = await source.OpenConnectionAsync(token);
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", connection);
            command.Parameters.Add(new() { Value = $"capacity-board/{name}" });
            if (await command.ExecuteScalarAsync(token) is true)
            {
                return new(connection);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private sealed class Held(NpgsqlConnection connection) : INodeLock
    {
        public async Task<bool> IsHeld(CancellationToken token)
        {
            try
            {
                await using var command = new NpgsqlCommand("SELECT 1", connection);
                await command.ExecuteScalarAsync(token);
                return true;
            }
            catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure) || failure is InvalidOperationException)
            {
                return false;
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                // The connection returns to its pool, which would keep the lock until it is used again.
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure) || failure is InvalidOperationException)
            {
                // The connection is broken, so the lock is already free.
            }

            await connection.DisposeAsync();
        }
    }
}
