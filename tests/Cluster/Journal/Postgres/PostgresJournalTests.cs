using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>The contract, kept by PostgreSQL.</summary>
public sealed class PostgresJournalTests(Databases databases) : JournalContract
{
    private string? _database;
    private NpgsqlDataSource? _source;

    protected override IFactSegments Segments => ((PostgresJournal)Journal).Segments;

    protected override async Task<IJournal> Open()
    {
        _source = PostgresConnections.Open(_database ??= await databases.New());
        var journal = new PostgresJournal(_source, NullLogger<PostgresJournal>.Instance);
        await journal.Open();
        return journal;
    }

    protected override async Task Close(IJournal journal)
    {
        await ((PostgresJournal)journal).DisposeAsync();
        await _source!.DisposeAsync();
    }

    protected override async Task Change(string sql)
    {
        await using var command = _source!.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
