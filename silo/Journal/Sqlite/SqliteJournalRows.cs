using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>A journal's entries as its file keeps them.</summary>
internal static class SqliteJournalRows
{
    public static IReadOnlyList<JournalRow> Read(SqliteConnection connection, long afterPosition, int most)
    {
        using var command = connection.Prepare(
            """
            SELECT position, site, version, at, by, operation, type, data, fingerprint, hash
            FROM journal WHERE position > $after ORDER BY position LIMIT $most
            """,
            "$after",
            "$most");
        command.Parameters[0].Value = afterPosition;
        command.Parameters[1].Value = most;
        var rows = new List<JournalRow>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            rows.Add(new(
                row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
                row.GetValue(8) as string, row.GetValue(9) as byte[]));
        }

        return rows;
    }

    /// <summary>The statement by which <see cref="Insert"/> writes entries.</summary>
    public static SqliteCommand PrepareInsert(SqliteConnection connection) => connection.Prepare(
        """
        INSERT INTO journal (position, site, version, at, by, operation, type, data, fingerprint, hash)
        VALUES ($position, $site, $version, $at, $by, $operation, $type, $data, $fingerprint, $hash)
        """,
        "$position", "$site", "$version", "$at", "$by", "$operation", "$type", "$data", "$fingerprint", "$hash");

    public static void Insert(SqliteCommand insert, JournalRow row)
    {
        object?[] values = [row.Position, row.Site, row.Version, row.At, row.By, row.Operation, row.Type, row.Data, row.Fingerprint, row.Hash];
        for (var each = 0; each < values.Length; each++)
        {
            insert.Parameters[each].Value = values[each] ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }
}
