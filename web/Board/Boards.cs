using System.Collections.Concurrent;
using CapacityBoard.Journal;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>
/// All boards of this node: tails the journal, folds each entry into its locality's board and pushes what
/// changed to the screens that watch it. Holds nothing that another node, or this one started anew, could not
/// make again from the journal.
/// </summary>
public sealed partial class Boards(
    IJournal journal, IHubContext<BoardHub> hub, TimeProvider clock, ILogger<Boards> log) : BackgroundService
{
    private const int EntriesAtOnce = 2000;

    private readonly ConcurrentDictionary<string, Publisher> _localities = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once everything that the journal held at the start has been folded.</summary>
    public Task CaughtUp => _caughtUp.Task;

    /// <summary>The position of the last entry folded.</summary>
    public long Position { get; private set; }

    /// <summary>The localities that have sites, by name.</summary>
    public IReadOnlyList<LocalityBoard> All =>
        [.. _localities.Values.Select(publisher => publisher.Board).OrderBy(board => board.Locality, StringComparer.Ordinal)];

    /// <summary>True where any board shows a demonstration; the pages say so.</summary>
    public bool ShowsDemonstration => _localities.Values.Any(publisher => publisher.Board.ShowsDemonstration);

    /// <summary>A locality's board; null where it has no sites.</summary>
    public LocalityBoard? Find(string locality) => _localities.TryGetValue(locality, out var publisher) ? publisher.Board : null;

    /// <summary>A locality's whole board as of now; null where the locality has no sites.</summary>
    public BoardUpdate? Read(string locality) => Find(locality)?.AsOf(clock.GetUtcNow());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var target = await journal.LastPosition(stoppingToken);
        var begun = clock.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FoldNext(stoppingToken);
                if (Position >= target && !_caughtUp.Task.IsCompleted)
                {
                    LogCaughtUp(Position, clock.GetElapsedTime(begun).TotalSeconds);
                    _caughtUp.TrySetResult();
                }

                await journal.WaitBeyond(Position, stoppingToken);
            }
            catch (JournalUnavailableException unavailable)
            {
                LogUnavailable(unavailable);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task FoldNext(CancellationToken token)
    {
        while (await journal.ReadFrom(Position, EntriesAtOnce, token) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                PublisherOf(entry.Site.Locality, token).Fold(entry);
                Position = entry.Position;
            }
        }
    }

    private Publisher PublisherOf(string locality, CancellationToken token) => _localities.GetOrAdd(locality, name =>
    {
        var publisher = new Publisher(new(name), hub, clock, log);
        _ = publisher.Run(CaughtUp, token);
        return publisher;
    });

    [LoggerMessage(LogLevel.Information, "Boards folded {Position} journal entries in {Seconds:0.0} s")]
    private partial void LogCaughtUp(long position, double seconds);

    [LoggerMessage(LogLevel.Error, "The journal cannot be read; the boards stand still and try again")]
    private partial void LogUnavailable(Exception exception);
}
