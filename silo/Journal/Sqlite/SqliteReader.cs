using CapacityBoard.Sites;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>A connection that reads what is committed, with its prepared statements. For one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string Entry = "SELECT position, site, version, at, by, operation, type, data FROM journal";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _site;
    private readonly SqliteCommand _from;
    private readonly SqliteCommand _operation;
    private readonly SqliteCommand _snapshot;

    public SqliteReader(string file)
    {
        _connection = SqliteConnections.OpenReadOnly(file);
        _site = _connection.Prepare($"{Entry} WHERE site = $site AND version > $after ORDER BY version", "$site", "$after");
        _from = _connection.Prepare($"{Entry} WHERE position > $after ORDER BY position LIMIT $most", "$after", "$most");
        _operation = _connection.Prepare(SqliteSchema.LastOfOperation, "$site", "$operation");
        _snapshot = _connection.Prepare("SELECT version, shape, state FROM snapshots WHERE site = $site", "$site");
    }

    public IReadOnlyList<JournalEntry> ReadSite(SiteKey site, long afterVersion)
    {
        _site.Parameters[0].Value = site.Value;
        _site.Parameters[1].Value = afterVersion;
        return ReadEntries(_site, site);
    }

    public IReadOnlyList<JournalEntry> ReadFrom(long afterPosition, int most)
    {
        _from.Parameters[0].Value = afterPosition;
        _from.Parameters[1].Value = most;
        return ReadEntries(_from, site: null);
    }

    public long? FindOperation(SiteKey site, string operation)
    {
        _operation.Parameters[0].Value = site.Value;
        _operation.Parameters[1].Value = operation;
        return _operation.ExecuteScalar() as long?;
    }

    public Snapshot? ReadSnapshot(SiteKey site)
    {
        _snapshot.Parameters[0].Value = site.Value;
        using var row = _snapshot.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.GetString(1), row.GetString(2)) : null;
    }

    public void Dispose()
    {
        _site.Dispose();
        _from.Dispose();
        _operation.Dispose();
        _snapshot.Dispose();
        _connection.Dispose();
    }

    private static List<JournalEntry> ReadEntries(SqliteCommand command, SiteKey? site)
    {
        var entries = new List<JournalEntry>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            entries.Add(new(
                row.GetInt64(0),
                site ?? SiteKey.Parse(row.GetString(1)),
                row.GetInt64(2),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                row.GetString(4),
                row.GetString(5),
                EventCatalogue.Current.Read(row.GetString(6), row.GetString(7))));
        }

        return entries;
    }
}
