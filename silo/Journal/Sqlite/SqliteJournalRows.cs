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
    public static SqliteStatement PrepareInsert(SqliteConnection connection) => new(
        connection,
        "INSERT INTO journal (position, site, version, at, by, operation, type, data, fingerprint, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");

    public static void Insert(SqliteStatement insert, JournalRow row)
    {
        insert.Bind(1, row.Position);
        insert.Bind(2, row.Site);
        insert.Bind(3, row.Version);
        insert.Bind(4, row.At);
        insert.Bind(5, row.By);
        insert.Bind(6, row.Operation);
        insert.Bind(7, row.Type);
        insert.Bind(8, row.Data);
        insert.Bind(9, row.Fingerprint);
        insert.Bind(10, row.Hash);
        insert.Run();
    }
}
