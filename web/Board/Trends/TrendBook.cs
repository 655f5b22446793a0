using System.Collections.Concurrent;
using CapacityBoard.History;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Board.Trends;

/// <summary>
/// What each locality's board said at noon on the last 28 days. A noon is counted once, after somebody has looked at the locality, and
/// every screen is shown the same. Nobody waits for it: a page that comes before it has no lines.
/// </summary>
internal sealed partial class TrendBook(
    BoardHistory history, FoldProgress progress, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<TrendBook> log) : IProjection, IDisposable
{
    private readonly ConcurrentDictionary<string, LocalityNoons> _localities = new(StringComparer.Ordinal);

    /// <summary>One locality at a time, so that many first looks do not take the node's time from what is live.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>What is counted by now of a locality that has a board.</summary>
    public LocalityTrends Of(string locality)
    {
        var now = clock.GetUtcNow();
        var (noons, last) = (_localities.GetOrAdd(locality, _ => new()), LocalityNoons.LastBy(now));
        if (noons.Begin(last) is { } days)
        {
            _ = Task.Run(() => Count(locality, noons, days), CancellationToken.None);
        }

        var (shown, figures) = noons.UpTo(last);
        return LocalDay.Midnights(LocalityNoons.NoonOf(shown), now) switch
        {
            0 => new(figures, "Today"),
            1 => new(figures, "Yesterday"),
            _ => LocalityTrends.None,
        };
    }

    public void Fold(FoldedEntry folded)
    {
        if (_localities.TryGetValue(folded.Entry.Site.Locality, out var noons))
        {
            noons.Fold(folded.Entry.At);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task Count(string locality, LocalityNoons noons, IEnumerable<DateOnly> days)
    {
        var counted = new Dictionary<DateOnly, NoonFigures>();
        try
        {
            counted = await Read(locality, days, lifetime.ApplicationStopping);
        }
        catch (Exception) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return; // The node stops.
        }
        catch (Exception failed)
        {
            LogNotCounted(failed, locality);
        }

        noons.End(counted);
    }

    /// <summary>Nothing if this node lags, since the last noon might not be whole.</summary>
    private async Task<Dictionary<DateOnly, NoonFigures>> Read(string locality, IEnumerable<DateOnly> days, CancellationToken token)
    {
        var read = new Dictionary<DateOnly, NoonFigures>();
        await _turn.WaitAsync(token);
        try
        {
            foreach (var day in await progress.UpToDate(token) ? days : [])
            {
                if (await NoonFigures.Read(history, locality, day, token) is { } figures)
                {
                    read.Add(day, figures);
                }
            }
        }
        finally
        {
            _turn.Release();
        }

        return read;
    }

    [LoggerMessage(LogLevel.Warning, "The last noons of {Locality} could not be counted. The next look at its board tries again.")]
    private partial void LogNotCounted(Exception failed, string locality);
}
