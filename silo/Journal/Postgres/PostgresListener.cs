using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>
/// Hears of every process's commits on a connection of its own, and looks for itself now and then: a notification that
/// was lost delays nobody for longer than that. It comes back by itself whenever the connection breaks.
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

    /// <summary>It may be disposed of more than once: a container does so with what it knows under two names.</summary>
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
                // The server is stopping: that ends the wait, one way or another.
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

    /// <summary>Takes in notices as they come, until it is time to look.</summary>
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
