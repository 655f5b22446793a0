using System.Data.Common;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Beside;
using CapacityBoard.Journal.Migrations;

namespace CapacityBoard.Feeds;

/// <summary>Keeps feeds as rows of JSON.</summary>
internal sealed class FeedStore(DatabaseBeside database) : IFeedStore
{
    /// <summary>The file beside a journal that is a file.</summary>
    public const string FileName = "feeds.db";

    /// <summary>Two parameters a row; databases allow some thousands.</summary>
    private const int MostRowsInAStatement = 200;

    public static FeedStore InFolder(DataFolder folder) =>
        new(new SqliteBeside(folder, FileName, new MigrationScripts(typeof(FeedStore).Assembly, "CapacityBoard.Feeds.Sqlite"), "The file of hospitals’ messages"));

    public Task<IReadOnlyList<string>> Hospitals(CancellationToken token = default) => database.Ask<IReadOnlyList<string>>(
        async connection =>
        {
            await using var command = connection.Command("SELECT hospital FROM feeds ORDER BY hospital");
            await using var row = await command.ExecuteReaderAsync(token);
            var hospitals = new List<string>();
            while (await row.ReadAsync(token))
            {
                hospitals.Add(row.GetString(0));
            }

            return hospitals;
        },
        token);

    public Task<StoredFeed> Read(string hospital, long after, CancellationToken token = default) => database.Ask(
        async connection =>
        {
            // The number first: what is added meanwhile is read twice at most, and never missed.
            var (last, settled) = await ReadEnd(connection, hospital, token);
            return new StoredFeed(last, settled, await ReadEntries(connection, hospital, after, last, token));
        },
        token);

    public Task<bool> Append(string hospital, long expected, IReadOnlyList<FeedEntry> entries, CancellationToken token = default) => database.Ask(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            await using var move = connection.Command(
                expected == 0
                    ? "INSERT INTO feeds (hospital, last, settled) VALUES (@hospital, @last, 0) ON CONFLICT (hospital) DO NOTHING"
                    : "UPDATE feeds SET last = @last WHERE hospital = @hospital AND last = @expected",
                ("hospital", hospital),
                ("expected", expected),
                ("last", expected + entries.Count));
            move.Transaction = transaction;
            if (await move.ExecuteNonQueryAsync(token) == 0)
            {
                return false;
            }

            foreach (var chunk in entries.Select((entry, index) => (Number: expected + index + 1, entry)).Chunk(MostRowsInAStatement))
            {
                await using var add = Insert(connection, hospital, chunk);
                add.Transaction = transaction;
                await add.ExecuteNonQueryAsync(token);
            }

            await transaction.CommitAsync(token);
            return true;
        },
        token);

    public Task Settle(string hospital, long settled, IReadOnlyCollection<long> forgotten, CancellationToken token = default) => database.Ask(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            await using var settle = connection.Command(
                "UPDATE feeds SET settled = @settled WHERE hospital = @hospital AND settled < @settled", ("hospital", hospital), ("settled", settled));
            settle.Transaction = transaction;
            await settle.ExecuteNonQueryAsync(token);
            foreach (var number in forgotten)
            {
                await using var forget = connection.Command(
                    "DELETE FROM feed_entries WHERE hospital = @hospital AND number = @number", ("hospital", hospital), ("number", number));
                forget.Transaction = transaction;
                await forget.ExecuteNonQueryAsync(token);
            }

            await transaction.CommitAsync(token);
            return true;
        },
        token);

    private static async Task<(long Last, long Settled)> ReadEnd(DbConnection connection, string hospital, CancellationToken token)
    {
        await using var command = connection.Command("SELECT last, settled FROM feeds WHERE hospital = @hospital", ("hospital", hospital));
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) ? (row.GetInt64(0), row.GetInt64(1)) : default;
    }

    private static async Task<List<NumberedEntry>> ReadEntries(DbConnection connection, string hospital, long after, long last, CancellationToken token)
    {
        await using var command = connection.Command(
            "SELECT number, entry FROM feed_entries WHERE hospital = @hospital AND number > @after AND number <= @last ORDER BY number",
            ("hospital", hospital),
            ("after", after),
            ("last", last));
        await using var row = await command.ExecuteReaderAsync(token);
        var entries = new List<NumberedEntry>();
        while (await row.ReadAsync(token))
        {
            entries.Add(new(row.GetInt64(0), JsonSerializer.Deserialize<FeedEntry>(row.GetString(1), DomainJson.Options)!));
        }

        return entries;
    }

    private static DbCommand Insert(DbConnection connection, string hospital, (long Number, FeedEntry Entry)[] rows)
    {
        var command = connection.Command(
            $"INSERT INTO feed_entries (hospital, number, entry) VALUES {string.Join(", ", rows.Select((_, index) => $"(@hospital, @number{index}, @entry{index})"))}",
            ("hospital", hospital));
        foreach (var (index, (number, entry)) in rows.Index())
        {
            command.Add($"number{index}", number);
            command.Add($"entry{index}", JsonSerializer.Serialize(entry, DomainJson.Options));
        }

        return command;
    }
}
