using System.Data.Common;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Postgres;
using Npgsql;

namespace CapacityBoard.Messages;

/// <summary>Outboxes in the journal's database.</summary>
internal sealed class PostgresOutboxes(NpgsqlDataSource source) : Outboxes
{
    protected override async Task<DbConnection> Open(CancellationToken token) => await source.OpenConnectionAsync(token);

    protected override JournalUnavailableException? Explain(Exception failure) =>
        PostgresFailure.IsOfDatabase(failure) ? PostgresFailure.OfRecording(failure, PostgresConnections.NameOf(source)) : null;
}
