using System.Text.Json;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Postcodes;

/// <summary>
/// Reads the stored postcode directory: before this node serves anything, and again when any node, or the command line, has
/// imported another.
/// </summary>
internal sealed partial class PostcodeKeeper(AccessStore store, KnownPostcodes known, TimeProvider clock, ILogger<PostcodeKeeper> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(10);

    private long _read;

    public Task StartingAsync(CancellationToken cancellationToken) => Read(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads the newest directory, if it is not known yet.</summary>
    public async Task Read(CancellationToken token)
    {
        var after = Interlocked.Read(ref _read);
        if (await store.Ask(context => context.Postcodes.AsNoTracking().Where(row => row.Id > after).OrderByDescending(row => row.Id).FirstOrDefaultAsync(token), token) is not { } row)
        {
            return;
        }

        if (Understood(row) is { } imported)
        {
            known.Imported = imported;
        }
        else
        {
            LogNewer(row.FileName);
        }

        Interlocked.Exchange(ref _read, row.Id);
    }

    /// <summary>Null if this version cannot read it.</summary>
    private static ImportedPostcodes? Understood(PostcodeDirectoryRow row)
    {
        try
        {
            return PostcodeDirectory.Of(row.Content) is { } directory && JsonSerializer.Deserialize<PostcodeCounts>(row.Counts, DomainJson.Options) is { } counts
                ? new(directory, counts, row.FileName, row.Since, row.Imported, row.ImportedBy)
                : null;
        }
        catch (Exception unknown) when (unknown is JsonException or EndOfStreamException or InvalidDataException)
        {
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenReads, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Read(stoppingToken);
            }
            catch (JournalUnavailableException unavailable)
            {
                LogUnread(unavailable);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The postcode directory could not be read; what is known stays, and it is tried again")]
    private partial void LogUnread(Exception exception);

    [LoggerMessage(LogLevel.Warning, "A newer version imported the postcode directory {FileName}; this one cannot read it")]
    private partial void LogNewer(string fileName);
}
