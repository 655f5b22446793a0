using System.Data.Common;
using System.Text.Json;
using CapacityBoard.Journal;

namespace CapacityBoard.Messages;

/// <summary>Keeps outboxes as rows of JSON. SQLite and PostgreSQL understand the same statements.</summary>
internal abstract class Outboxes : IOutboxStore
{
    public Task<StoredOutbox> Read(string recipient, CancellationToken token = default) => Ask(
        "SELECT version, state FROM outboxes WHERE recipient = @recipient",
        async command =>
        {
            await using var row = await command.ExecuteReaderAsync(token);
            return await row.ReadAsync(token) ? new StoredOutbox(row.GetInt64(0), JsonSerializer.Deserialize<Outbox>(row.GetString(1), DomainJson.Options)!) : new(0, Outbox.Empty);
        },
        token,
        ("recipient", recipient));

    public Task<bool> Write(string recipient, long expectedVersion, Outbox outbox, CancellationToken token = default) => Ask(
        expectedVersion == 0
            ? "INSERT INTO outboxes (recipient, version, state) VALUES (@recipient, @version + 1, @state) ON CONFLICT (recipient) DO NOTHING"
            : "UPDATE outboxes SET version = @version + 1, state = @state WHERE recipient = @recipient AND version = @version",
        async command => await command.ExecuteNonQueryAsync(token) == 1,
        token,
        ("recipient", recipient),
        ("version", expectedVersion),
        ("state", JsonSerializer.Serialize(outbox, DomainJson.Options)));

    protected abstract Task<DbConnection> Open(CancellationToken token);

    /// <summary>The failure in words for a person; null if it is none of the database.</summary>
    protected abstract JournalUnavailableException? Explain(Exception failure);

    private async Task<T> Ask<T>(string sql, Func<DbCommand, Task<T>> ask, CancellationToken token, params (string Name, object Value)[] values)
    {
        try
        {
            await using var connection = await Open(token);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            return await ask(command);
        }
        catch (Exception failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }
}
