using System.Reflection;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>
/// The tables, in the numbered files of <c>Migrations/</c>. A file that was ever released is never changed: what follows
/// is a new one. Each leaves the processes of the version before it working, so that they can be replaced one by one.
/// </summary>
internal static class PostgresSchema
{
    private const string Folder = "CapacityBoard.Journal.Postgres.Migrations.";

    /// <summary>Any number, as long as no other program takes it for a lock of its own: "capacity" in ASCII.</summary>
    private const long MigrationLock = 0x6361706163697479;

    private static readonly Migration[] Migrations =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select((name, index) => new Migration(index + 1, name[Folder.Length..], name)),
    ];

    public static int Newest => Migrations.Length;

    /// <summary>
    /// Takes the database from whatever step it is at to the newest, all or nothing. Processes that start together wait
    /// for the first. Where there is nothing to do, the user needs no right to create anything.
    /// </summary>
    /// <exception cref="JournalUnavailableException">A newer version of the product wrote the schema; it is left as it was.</exception>
    public static async Task<int> Migrate(NpgsqlDataSource source, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await Execute(connection, $"SELECT pg_advisory_xact_lock({MigrationLock})", token);
        var step = await Step(connection, token);
        RefuseNewer(step, connection.Database);
        foreach (var migration in Migrations[step..])
        {
            await Execute(connection, migration.Read(), token);
            await Record(connection, migration, token);
        }

        await transaction.CommitAsync(token);
        return Newest - step;
    }

    private static async Task<int> Step(NpgsqlConnection connection, CancellationToken token)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('journal_migrations') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(token) is not true)
        {
            return 0;
        }

        await using var step = new NpgsqlCommand("SELECT coalesce(max(step), 0) FROM journal_migrations", connection);
        return (int)(await step.ExecuteScalarAsync(token))!;
    }

    private static void RefuseNewer(int step, string database)
    {
        if (step > Newest)
        {
            throw new JournalUnavailableException(
                $"The database {database} has schema {step}, written by a newer version of CapacityBoard; this one knows {Newest}. "
                + "Run the newer version, or choose another database.");
        }
    }

    private static async Task Record(NpgsqlConnection connection, Migration migration, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("INSERT INTO journal_migrations (step, file) VALUES ($1, $2)", connection);
        command.Parameters.Add(new() { Value = migration.Step });
        command.Parameters.Add(new() { Value = migration.File });
        await command.ExecuteNonQueryAsync(token);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(token);
    }

    private sealed record Migration(int Step, string File, string Resource)
    {
        public string Read()
        {
            using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
            return text.ReadToEnd();
        }
    }
}
