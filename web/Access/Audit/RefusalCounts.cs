using System.Collections.Concurrent;
using System.Globalization;
using CapacityBoard.Journal;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Keeps one caller from filling the access log with refusals: within 15 minutes the first ones get a line each, and the rest
/// share one line with their number. Counts not yet written are lost with the process.
/// </summary>
internal sealed partial class RefusalCounts(AccessLog accessLog, TimeProvider clock, ILogger<RefusalCounts> log) : BackgroundService
{
    /// <summary>For one caller. More than a person causes by following links they may not open.</summary>
    public const int MostLines = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(CallerKind Kind, string Id), Counted> _counted = new();

    /// <summary>True if a refusal gets its own line; otherwise it is counted.</summary>
    /// <param name="what">What was requested, in a few words.</param>
    public bool HasOwnLine(Caller caller, string address, string what)
    {
        var counted = _counted.AddOrUpdate(
            (caller.Kind, caller.Id),
            _ => new(clock.GetTimestamp(), caller.Name, 1, address, what),
            (_, before) => before with { Count = before.Count + 1, Address = address, Last = what });
        return counted.Count <= MostLines;
    }

    /// <summary>Writes the counts whose 15 minutes are over.</summary>
    public async Task Write(bool all, CancellationToken token)
    {
        foreach (var (caller, counted) in _counted.Where(each => all || clock.GetElapsedTime(each.Value.Since) >= Window))
        {
            // A refusal counted meanwhile creates a new value, which then stays.
            if (_counted.TryRemove(new(caller, counted)) && counted.Count > MostLines)
            {
                await Write(caller, counted, token);
            }
        }
    }

    private async Task Write((CallerKind Kind, string Id) caller, Counted counted, CancellationToken token)
    {
        try
        {
            await accessLog.Write(counted.Entry(clock.GetUtcNow()), token);
        }
        catch (JournalUnavailableException)
        {
            _counted.AddOrUpdate(caller, counted, (_, later) => later with { Since = counted.Since, Count = later.Count + counted.Count });
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryWrite(all: false, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await TryWrite(all: true, CancellationToken.None);
        }
    }

    private async Task TryWrite(bool all, CancellationToken token)
    {
        try
        {
            await Write(all, token);
        }
        catch (JournalUnavailableException unavailable)
        {
            LogUnwritten(unavailable);
        }
    }

    [LoggerMessage(LogLevel.Warning, "How often somebody was refused could not be written to the access log")]
    private partial void LogUnwritten(Exception exception);

    private sealed record Counted(long Since, string Name, int Count, string Address, string Last)
    {
        public AccessEntry Entry(DateTimeOffset now) => new()
        {
            At = now,
            Who = Name,
            Act = Acts.Refused,
            Address = Address,
            Note = string.Create(CultureInfo.InvariantCulture, $"{Count - MostLines:#,0} more within {Window.TotalMinutes:0} minutes, the last: {Last}"),
        };
    }
}
