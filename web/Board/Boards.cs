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
                    CatchUp();
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
                Fold(entry, token);
                Position = entry.Position;
            }
        }
    }

    /// <summary>A locality is there to be found only once it has a board to show: nobody is ever shown an empty one.</summary>
    private void Fold(JournalEntry entry, CancellationToken token)
    {
        if (_localities.TryGetValue(entry.Site.Locality, out var known))
        {
            known.Fold(entry);
            return;
        }

        var publisher = new Publisher(new(entry.Site.Locality), hub, clock, log);
        publisher.Fold(entry);
        publisher.Board.Publish(clock.GetUtcNow());
        _localities[entry.Site.Locality] = publisher;
        _ = publisher.Run(CaughtUp, token);
    }

    /// <summary>Whoever waits for it finds every board published as far as the journal went.</summary>
    private void CatchUp()
    {
        foreach (var board in All)
        {
            board.Publish(clock.GetUtcNow());
        }

        _caughtUp.TrySetResult();
    }

    [LoggerMessage(LogLevel.Information, "Boards folded {Position} journal entries in {Seconds:0.0} s")]
    private partial void LogCaughtUp(long position, double seconds);

    [LoggerMessage(LogLevel.Error, "The journal cannot be read; the boards stand still and try again")]
    private partial void LogUnavailable(Exception exception);
}
