using CapacityBoard.Journal.Postgres;
using Npgsql;

namespace CapacityBoard.Nodes;

/// <summary>
/// The locks of all nodes of one database, each held by a connection of its own: the database frees it when that ends,
/// so a node that was killed holds up nobody.
/// </summary>
internal sealed class PostgresLocks(NpgsqlDataSource source, TimeProvider clock) : INodeLocks
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    /// <summary>It asks again and again, as a statement that waits would run into the statement timeout.</summary>
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
                // The connection goes back to its pool, which would keep the lock until it is used again.
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure) || failure is InvalidOperationException)
            {
                // It is broken, and so the lock is free.
            }

            await connection.DisposeAsync();
        }
    }
}
