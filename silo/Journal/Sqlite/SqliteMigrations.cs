using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Takes a file from whatever step its schema is at to the newest. A step that was ever released is never changed.</summary>
internal static class SqliteMigrations
{
    /// <summary>All or nothing.</summary>
    /// <param name="steps">The statements of each step, the first one first.</param>
    /// <param name="what">What the file is, as a sentence's beginning: <c>The journal</c>.</param>
    /// <exception cref="JournalUnavailableException">A newer version of the product wrote the file; it is left as it was.</exception>
    public static void Apply(SqliteConnection connection, IReadOnlyList<string> steps, string what)
    {
        RefuseNewer(connection, steps.Count, what);
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var step = (int)Step(connection); step < steps.Count; step++)
        {
            Execute(connection, steps[step]);
        }

        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {steps.Count}"));
        transaction.Commit();
    }

    private static void RefuseNewer(SqliteConnection connection, int newest, string what)
    {
        var step = Step(connection);
        if (step > newest)
        {
            throw new JournalUnavailableException(
                $"{what} {connection.DataSource} has schema {step}, written by a newer version of CapacityBoard; this one knows {newest}. "
                + "Run the newer version, or choose another folder with --data.");
        }
    }

    private static long Step(SqliteConnection connection) => (long)connection.Ask("PRAGMA user_version")!;

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
