using System.Globalization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Records batches of appends on the one connection that does. Not for more than one thread.</summary>
internal sealed class SqliteAppends(SqliteConnection connection) : IDisposable
{
    private readonly SqliteTransactions _transactions = new(connection);

    private readonly JournalChain _chain = new();

    private readonly SqliteStatement _last = new(connection, "SELECT position, hash FROM journal ORDER BY position DESC LIMIT 1");

    private readonly SqliteStatement _version = new(connection, "SELECT coalesce(max(version), 0) FROM journal WHERE site = ?1");

    private readonly SqliteStatement _operation = new(connection, SqliteSchema.LastOfOperation);

    private readonly SqliteStatement _otherWard = new(connection, SqliteSchema.OtherWardOf);

    private readonly SqliteStatement _insert = SqliteJournalRows.PrepareInsert(connection);

    /// <summary>The last entry's position and hash; 0 and null where there is none.</summary>
    public JournalHeadNote Last() => _last.First(static row => new JournalHeadNote(row.Number(0), row.Bytes(1)));

    /// <summary>
    /// Records a batch in one transaction and sets each append's result, which is true once this returns. A later
    /// append of the batch sees the earlier ones.
    /// </summary>
    /// <returns>The last entry's position and hash.</returns>
    public JournalHeadNote Record(IReadOnlyList<PendingAppend> batch)
    {
        _transactions.Run(() =>
        {
            var (position, hash) = Last();
            _chain.Begin(position, hash);
            foreach (var pending in batch)
            {
                pending.Result = Record(pending);
            }
        });
        return new(_chain.Position, _chain.Hash);
    }

    /// <summary>Commits a write that changes nothing, so that the disk is asked as for any append: the schema's number, as it is.</summary>
    public void ProveWritable() =>
        _transactions.Run(() => connection.Ask(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SqliteSchema.Newest}")));

    public void Dispose()
    {
        _transactions.Dispose();
        _last.Dispose();
        _version.Dispose();
        _operation.Dispose();
        _otherWard.Dispose();
        _insert.Dispose();
    }

    private AppendResult Record(PendingAppend pending)
    {
        var append = pending.Append;
        if (FindOperation(append) is { } repeated)
        {
            return repeated;
        }

        var last = VersionOf(append.Site);
        if (last != append.ExpectedVersion)
        {
            return new(AppendStatus.Conflict, last);
        }

        if (append.Arrival is { } arrival && OtherWardOf(arrival, append.Site) is { } other)
        {
            return new(AppendStatus.Elsewhere, last, IsOn: other);
        }

        foreach (var (type, data) in pending.Rows)
        {
            var row = new JournalRow(
                _chain.Position + 1, append.Site.Value, ++last, append.At.ToUnixTimeMilliseconds(), append.By, append.Operation, type, data, append.Fingerprint);
            SqliteJournalRows.Insert(_insert, row with { Hash = _chain.Add(row) });
        }

        return new(AppendStatus.Appended, last, _chain.Position);
    }

    private long VersionOf(SiteKey site)
    {
        _version.Bind(1, site.Value);
        return _version.First(static row => row.Number(0));
    }

    private SiteKey? OtherWardOf(StayArrival arrival, SiteKey site)
    {
        _otherWard.Bind(1, arrival.Reference);
        _otherWard.Bind(2, site.HospitalKey);
        _otherWard.Bind(3, site.Value);
        _otherWard.Bind(4, (arrival.From ?? site).Value);
        return _otherWard.First(static row => SiteKey.Parse(row.Text(0)!));
    }

    private AppendResult? FindOperation(Append append)
    {
        _operation.Bind(1, append.Site.Value);
        _operation.Bind(2, append.Operation);
        return _operation.First<AppendResult?>(static row => new(AppendStatus.Repeated, row.Number(0), Fingerprint: row.Text(1)));
    }
}
