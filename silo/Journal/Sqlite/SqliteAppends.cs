using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Records batches of appends on the one connection that does. Not for more than one thread.</summary>
internal sealed class SqliteAppends(SqliteConnection connection) : IDisposable
{
    private readonly SqliteTransactions _transactions = new(connection);

    private readonly SqliteCommand _lastPosition = connection.Prepare("SELECT coalesce(max(position), 0) FROM journal");

    private readonly SqliteCommand _versions = connection.Prepare(
        $"SELECT (SELECT coalesce(max(version), 0) FROM journal WHERE site = $site), ({SqliteSchema.LastOfOperation})",
        "$site",
        "$operation");

    private readonly SqliteCommand _insert = connection.Prepare(
        """
        INSERT INTO journal (position, site, version, at, by, operation, type, data)
        VALUES ($position, $site, $version, $at, $by, $operation, $type, $data)
        """,
        "$position",
        "$site",
        "$version",
        "$at",
        "$by",
        "$operation",
        "$type",
        "$data");

    /// <summary>The position of the last entry.</summary>
    public long LastPosition() => (long)_lastPosition.ExecuteScalar()!;

    /// <summary>
    /// Records a batch in one transaction and sets each append's result, which is true once this returns. A later
    /// append of the batch sees the earlier ones.
    /// </summary>
    /// <returns>The position of the last entry.</returns>
    public long Record(IReadOnlyList<PendingAppend> batch)
    {
        var position = 0L;
        _transactions.Run(() =>
        {
            position = LastPosition();
            foreach (var pending in batch)
            {
                pending.Result = Record(pending, position);
                position = Math.Max(position, pending.Result.Position);
            }
        });
        return position;
    }

    /// <summary>Commits a write that changes nothing, so that the disk is asked as for any append: the schema's number, as it is.</summary>
    public void ProveWritable() =>
        _transactions.Run(() => connection.Ask(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SqliteSchema.Newest}")));

    public void Dispose()
    {
        _transactions.Dispose();
        _lastPosition.Dispose();
        _versions.Dispose();
        _insert.Dispose();
    }

    private AppendResult Record(PendingAppend pending, long position)
    {
        var append = pending.Append;
        var (last, repeated) = ReadVersions(append);
        if (repeated is { } version)
        {
            return new(AppendStatus.Repeated, version);
        }

        if (last != append.ExpectedVersion)
        {
            return new(AppendStatus.Conflict, last);
        }

        foreach (var row in pending.Rows)
        {
            Insert(append, row, ++position, ++last);
        }

        return new(AppendStatus.Appended, last, position);
    }

    private (long Last, long? Repeated) ReadVersions(Append append)
    {
        _versions.Parameters[0].Value = append.Site.Value;
        _versions.Parameters[1].Value = append.Operation;
        using var row = _versions.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1));
    }

    private void Insert(Append append, (string Type, string Data) row, long position, long version)
    {
        var parameters = _insert.Parameters;
        parameters[0].Value = position;
        parameters[1].Value = append.Site.Value;
        parameters[2].Value = version;
        parameters[3].Value = append.At.ToUnixTimeMilliseconds();
        parameters[4].Value = append.By;
        parameters[5].Value = append.Operation;
        parameters[6].Value = row.Type;
        parameters[7].Value = row.Data;
        _insert.ExecuteNonQuery();
    }
}
