using CapacityBoard.Hosting;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Opens the journal before anything is served, so that a server that cannot record does not start.</summary>
internal sealed partial class PostgresJournalStart(PostgresJournal journal, ILogger<PostgresJournalStart> log) : BeforeServing
{
    public override Task StartingAsync(CancellationToken cancellationToken) => journal.Open(cancellationToken);

    public override Task StartedAsync(CancellationToken cancellationToken)
    {
        LogStarted();
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Started")]
    private partial void LogStarted();
}
