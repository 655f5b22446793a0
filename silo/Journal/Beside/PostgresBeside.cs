using System.Data.Common;
using CapacityBoard.Journal.Postgres;
using Npgsql;

namespace CapacityBoard.Journal.Beside;

/// <summary>Tables in the journal's database.</summary>
internal sealed class PostgresBeside(NpgsqlDataSource source) : DatabaseBeside
{
    protected override async Task<DbConnection> Open(CancellationToken token) => await source.OpenConnectionAsync(token);

    protected override JournalUnavailableException? Explain(Exception failure) =>
        PostgresFailure.IsOfDatabase(failure) ? PostgresFailure.OfRecording(failure, PostgresConnections.NameOf(source)) : null;
}
