using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>The contract, kept by SQLite.</summary>
public sealed class SqliteJournalTests : JournalContract
{
    private readonly TemporaryFolder _temporary = new();
    private DataFolder? _folder;

    protected override IFactSegments Segments => ((SqliteJournal)Journal).Segments;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _temporary.Dispose();
    }

    protected override Task<IJournal> Open()
    {
        _folder = DataFolder.Open(_temporary.FullPath);
        return Task.FromResult<IJournal>(SqliteJournal.Open(_folder, NullLogger<SqliteJournal>.Instance));
    }

    protected override async Task Close(IJournal journal)
    {
        await ((SqliteJournal)journal).DisposeAsync();
        _folder!.Dispose();
    }

    protected override Task Change(string sql)
    {
        using var connection = SqliteConnections.OpenExpendable(_folder!.PathOf(SqliteJournal.FileName));
        connection.Ask(sql);
        return Task.CompletedTask;
    }
}
