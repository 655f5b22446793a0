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

    public static void Insert(SqliteConnection connection, IReadOnlyList<JournalRow> rows)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var insert = connection.Prepare(
            """
            INSERT INTO journal (position, site, version, at, by, operation, type, data, fingerprint, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10");
        insert.Transaction = transaction;
        foreach (var row in rows)
        {
            object?[] values = [row.Position, row.Site, row.Version, row.At, row.By, row.Operation, row.Type, row.Data, row.Fingerprint, row.Hash];
            for (var each = 0; each < values.Length; each++)
            {
                insert.Parameters[each].Value = values[each] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
