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

    private readonly SqliteCommand _last = connection.Prepare("SELECT position, hash FROM journal ORDER BY position DESC LIMIT 1");

    private readonly SqliteCommand _version = connection.Prepare("SELECT coalesce(max(version), 0) FROM journal WHERE site = $site", "$site");

    private readonly SqliteCommand _operation = connection.Prepare(SqliteSchema.LastOfOperation, "$site", "$operation");

    private readonly SqliteCommand _otherWard = connection.Prepare(SqliteSchema.OtherWardOf, "$reference", "$hospital", "$site", "$from");

    private readonly SqliteCommand _insert = SqliteJournalRows.PrepareInsert(connection);

    /// <summary>The last entry's position and hash; 0 and null where there is none.</summary>
    public JournalHeadNote Last()
    {
        using var row = _last.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.GetValue(1) as byte[]) : default;
    }

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
        _chain.Dispose();
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

        _version.Parameters[0].Value = append.Site.Value;
        var last = (long)_version.ExecuteScalar()!;
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

    private SiteKey? OtherWardOf(StayArrival arrival, SiteKey site)
    {
        object[] values = [arrival.Reference, site.HospitalKey!, site.Value, (arrival.From ?? site).Value];
        for (var each = 0; each < values.Length; each++)
        {
            _otherWard.Parameters[each].Value = values[each];
        }

        return _otherWard.ExecuteScalar() is string other ? SiteKey.Parse(other) : null;
    }

    private AppendResult? FindOperation(Append append)
    {
        _operation.Parameters[0].Value = append.Site.Value;
        _operation.Parameters[1].Value = append.Operation;
        using var row = _operation.ExecuteReader();
        return row.Read() ? new(AppendStatus.Repeated, row.GetInt64(0), Fingerprint: row.GetValue(1) as string) : null;
    }
}
