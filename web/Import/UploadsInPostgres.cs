using System.Data;
using CapacityBoard.Journal.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace CapacityBoard.Import;

/// <summary>
/// Pending uploads shared by all nodes of a database, so that an upload to one can be confirmed on another. Ages use the
/// database's clock.
/// </summary>
internal sealed class UploadsInPostgres(NpgsqlDataSource source, long mostBytes = UploadsInPostgres.MostBytes) : IPendingUploads
{
    /// <summary>The most bytes of all uploads together.</summary>
    private const long MostBytes = 2 * ImportLimits.LargestFile;

    public async Task<string> Keep(string fileName, Stream file, CancellationToken token)
    {
        var id = Guid.NewGuid().ToString("n");
        await Do(async () =>
        {
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(new("INSERT INTO pending_uploads (id, file_name, content) VALUES ($1, $2, $3)")
            {
                Parameters = { new() { Value = id }, new() { Value = fileName }, new() { Value = file, NpgsqlDbType = NpgsqlDbType.Bytea } },
            });
            batch.BatchCommands.Add(new("DELETE FROM pending_uploads WHERE at <= now() - $1") { Parameters = { new() { Value = IPendingUploads.KeptFor } } });
            batch.BatchCommands.Add(new(
                """
                DELETE FROM pending_uploads WHERE id IN (
                    SELECT id FROM (SELECT id, sum(octet_length(content)) OVER (ORDER BY at DESC, id) AS bytes FROM pending_uploads) AS with_newer
                    WHERE bytes > $1)
                """)
            {
                Parameters = { new() { Value = mostBytes } },
            });
            return await batch.ExecuteNonQueryAsync(token);
        });
        return id;
    }

    public Task<PendingUpload?> Find(string? id, CancellationToken token) => Do(async () =>
    {
        await using var command = source.CreateCommand("SELECT file_name, content FROM pending_uploads WHERE id = $1 AND at > now() - $2");
        command.Parameters.Add(new() { Value = id ?? "" });
        command.Parameters.Add(new() { Value = IPendingUploads.KeptFor });
        await using var row = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, token);
        if (!await row.ReadAsync(token))
        {
            return null;
        }

        var fileName = row.GetString(0);
        await using var content = await row.GetStreamAsync(1, token);
        return new PendingUpload(id!, fileName, await BufferedFile.Of(content, token));
    });

    private async Task<T> Do<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure))
        {
            throw PostgresFailure.OfRecording(failure, PostgresConnections.NameOf(source));
        }
    }
}
