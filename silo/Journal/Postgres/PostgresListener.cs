using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>
/// Listens for every process's commits on its own connection, and also checks now and then, so that a lost notification
/// delays nobody for longer than that. It reconnects by itself whenever the connection breaks.
/// </summary>
internal sealed partial class PostgresListener : IAsyncDisposable
{
    public const string LastPosition = "SELECT coalesce(max(position), 0) FROM journal";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource _source;
    private readonly PostgresRetry _retry;
    private readonly CommitSignal _commits;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    public PostgresListener(NpgsqlDataSource source, PostgresRetry retry, CommitSignal commits, ILogger log)
    {
        (_source, _retry, _commits, _log) = (source, retry, commits, log);
        _running = Task.Run(Run);
    }

    /// <summary>May be called more than once, because a container disposes a service for each name it is registered under.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_running.IsCompleted)
        {
            await _stopping.CancelAsync();
            await _running;
            _stopping.Dispose();
        }
    }

    private async Task Run()
    {
        for (var tries = 0; !_stopping.IsCancellationRequested; tries++)
        {
            try
            {
                await Listen(() => tries = 0);
            }
            catch (Exception) when (_stopping.IsCancellationRequested)
            {
                // The server is stopping, and any failure ends the wait.
            }
            catch (Exception failure)
            {
                LogBroken(failure);
                await _retry.Pause(tries, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Listen(Action heard)
    {
        await using var connection = await _source.OpenConnectionAsync(_stopping.Token);
        connection.Notification += (_, notice) => Advance(notice.Payload);
        await using (var listen = new NpgsqlCommand("LISTEN journal", connection))
        {
            await listen.ExecuteNonQueryAsync(_stopping.Token);
        }

        await using var look = new NpgsqlCommand(LastPosition, connection);
        while (true)
        {
            _commits.Advance((long)(await look.ExecuteScalarAsync(_stopping.Token))!);
            heard();
            await WaitForNotices(connection);
        }
    }

    /// <summary>Handles notifications as they arrive, until the next check is due.</summary>
    private async Task WaitForNotices(NpgsqlConnection connection)
    {
        var begun = _retry.Now;
        for (var left = BetweenLooks; left > TimeSpan.Zero; left = BetweenLooks - _retry.Since(begun))
        {
            await connection.WaitAsync(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), _stopping.Token);
        }
    }

    private void Advance(string payload)
    {
        if (long.TryParse(payload, CultureInfo.InvariantCulture, out var position))
        {
            _commits.Advance(position);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The connection that listens for new entries broke; reconnecting")]
    private partial void LogBroken(Exception failure);
}
