using System.Diagnostics;
using CapacityBoard.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Compares this process's clock with the database's, which is the same for all processes of a cluster.</summary>
internal sealed partial class DatabaseClock : BackgroundService
{
    /// <summary>Holds end and figures age by the process's own clock, so a greater difference should be put right.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private Comparison? _latest;

    public DatabaseClock(NpgsqlDataSource source, TimeProvider clock, BoardMetrics metrics, ILogger<DatabaseClock> log)
    {
        (_source, _clock, _log) = (source, clock, log);
        metrics.ObserveClock(() => Latest?.Ahead);
    }

    /// <summary>Null until the database has been asked.</summary>
    public Comparison? Latest => Volatile.Read(ref _latest);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            await Look(stoppingToken);
        }
        while (await Pause(stoppingToken));
    }

    /// <summary>Compares once. If the database does not answer, the last comparison stays; other checks report that the database is away.</summary>
    internal async Task Look(CancellationToken token)
    {
        try
        {
            var found = await Compare(token);
            var wasOff = Interlocked.Exchange(ref _latest, found)?.IsOff ?? false;
            if (found.IsOff && !wasOff)
            {
                LogOff(found.Words);
            }
            else if (wasOff && !found.IsOff)
            {
                LogRight();
            }
        }
        catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure) || token.IsCancellationRequested)
        {
        }
    }

    private async Task<Comparison> Compare(CancellationToken token)
    {
        await using var connection = await _source.OpenConnectionAsync(token);
        await using var ask = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var (asked, begun) = (_clock.GetUtcNow(), Stopwatch.GetTimestamp());
        var database = (DateTime)(await ask.ExecuteScalarAsync(token))!;
        var roundTrip = Stopwatch.GetElapsedTime(begun);
        return new(asked + roundTrip / 2 - new DateTimeOffset(database, TimeSpan.Zero), roundTrip);
    }

    private async Task<bool> Pause(CancellationToken token)
    {
        // Clocks drift slowly, and each look is a query.
        await Task.Delay(BetweenLooks, _clock, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !token.IsCancellationRequested;
    }

    [LoggerMessage(LogLevel.Warning, "{Difference} Synchronise the clocks (NTP)")]
    private partial void LogOff(string difference);

    [LoggerMessage(LogLevel.Information, "This machine's clock agrees with the database's again")]
    private partial void LogRight();

    /// <param name="Ahead">How far this process's clock is ahead; negative if it is behind.</param>
    /// <param name="RoundTrip">How long the answer took. The database may have read its clock at any point in it, so half of it may be error.</param>
    internal sealed record Comparison(TimeSpan Ahead, TimeSpan RoundTrip)
    {
        public bool IsOff => Ahead.Duration() - RoundTrip / 2 > Longest;

        public string Words => FormattableString.Invariant(
            $"This machine's clock is {Ahead.Duration().TotalSeconds:0.0} s {(Ahead > TimeSpan.Zero ? "ahead of" : "behind")} the database's.");
    }
}
