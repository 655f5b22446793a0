using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Opens the journal before anything is served, so that a server that cannot record does not start.</summary>
internal sealed partial class PostgresJournalStart(PostgresJournal journal, ILogger<PostgresJournalStart> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => journal.Open(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        LogStarted();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Started")]
    private partial void LogStarted();
}
