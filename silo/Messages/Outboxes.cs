using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Beside;
using CapacityBoard.Journal.Migrations;

namespace CapacityBoard.Messages;

/// <summary>Keeps outboxes as rows of JSON.</summary>
internal sealed class Outboxes(DatabaseBeside database) : IOutboxStore
{
    /// <summary>The file beside a journal that is a file.</summary>
    public const string FileName = "outboxes.db";

    public static Outboxes InFolder(DataFolder folder) =>
        new(new SqliteBeside(folder, FileName, new MigrationScripts(typeof(Outboxes).Assembly, "CapacityBoard.Messages.Sqlite"), "The file of messages"));

    public Task<StoredOutbox> Read(string recipient, CancellationToken token = default) => database.Ask(
        async connection =>
        {
            await using var command = connection.Command("SELECT version, state FROM outboxes WHERE recipient = @recipient", ("recipient", recipient));
            await using var row = await command.ExecuteReaderAsync(token);
            return await row.ReadAsync(token) ? new StoredOutbox(row.GetInt64(0), JsonSerializer.Deserialize<Outbox>(row.GetString(1), DomainJson.Options)!) : new(0, Outbox.Empty);
        },
        token);

    public Task<bool> Write(string recipient, long expectedVersion, Outbox outbox, CancellationToken token = default) => database.Ask(
        async connection =>
        {
            await using var command = connection.Command(
                expectedVersion == 0
                    ? "INSERT INTO outboxes (recipient, version, state) VALUES (@recipient, @version + 1, @state) ON CONFLICT (recipient) DO NOTHING"
                    : "UPDATE outboxes SET version = @version + 1, state = @state WHERE recipient = @recipient AND version = @version",
                ("recipient", recipient),
                ("version", expectedVersion),
                ("state", JsonSerializer.Serialize(outbox, DomainJson.Options)));
            return await command.ExecuteNonQueryAsync(token) == 1;
        },
        token);
}
