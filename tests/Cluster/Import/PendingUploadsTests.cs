using System.Security.Cryptography;
using CapacityBoard.Support;
using Npgsql;

namespace CapacityBoard.Import;

/// <summary>How long uploads are kept, and how many: the same in memory and in PostgreSQL.</summary>
public sealed class PendingUploadsTests(Databases databases)
{
    private const int MostBytes = 1000;

    [Fact]
    public async Task GivenUploads_WhenTheyGrowTooMany_ThenTheOldestGoFirstAndTheNewestStays()
    {
        await OldestGoFirst(new UploadsInMemory(new ManualTimeProvider(), MostBytes));
        await using var board = await Board();
        await using var source = NpgsqlDataSource.Create(board.Database!);
        await OldestGoFirst(new UploadsInPostgres(source, MostBytes));
    }

    [Fact]
    public async Task GivenUploadInMemory_WhenHalfAnHourIsOver_ThenItIsKeptNoMore()
    {
        var clock = new ManualTimeProvider();
        var uploads = new UploadsInMemory(clock);
        var id = await uploads.Keep("homes.csv", new MemoryStream([1]), CancellationToken.None);

        clock.Advance(IPendingUploads.KeptFor);
        (await uploads.Find(id, CancellationToken.None)).ShouldNotBeNull();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await uploads.Find(id, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task GivenUploadInPostgres_WhenHalfAnHourIsOver_ThenItIsFoundNoMoreAndTheNextUploadRemovesIt()
    {
        await using var board = await Board();
        await using var source = NpgsqlDataSource.Create(board.Database!);
        var uploads = new UploadsInPostgres(source);
        var id = await uploads.Keep("homes.csv", new MemoryStream([1]), CancellationToken.None);

        await Do(source, "UPDATE pending_uploads SET at = now() - interval '29 minutes'");
        (await uploads.Find(id, CancellationToken.None)).ShouldNotBeNull().File.ReadByte().ShouldBe(1);
        await Do(source, "UPDATE pending_uploads SET at = now() - interval '31 minutes'");
        (await uploads.Find(id, CancellationToken.None)).ShouldBeNull();

        await uploads.Keep("others.csv", new MemoryStream([2]), CancellationToken.None);
        (await Do(source, "UPDATE pending_uploads SET at = at")).ShouldBe(1);
    }

    private static async Task OldestGoFirst(IPendingUploads uploads)
    {
        var ids = new List<string>();
        for (var number = 0; number < 4; number++)
        {
            ids.Add(await uploads.Keep($"{number}.csv", new MemoryStream(RandomNumberGenerator.GetBytes(400)), CancellationToken.None));
        }

        (await uploads.Find(ids[1], CancellationToken.None)).ShouldBeNull();
        (await uploads.Find(ids[2], CancellationToken.None)).ShouldNotBeNull().FileName.ShouldBe("2.csv");
        (await uploads.Find(ids[3], CancellationToken.None)).ShouldNotBeNull();
        (await uploads.Find("made-up", CancellationToken.None)).ShouldBeNull();
        (await uploads.Find(null, CancellationToken.None)).ShouldBeNull();
    }

    private static async Task<int> Do(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    private async Task<TestBoard> Board()
    {
        var board = new TestBoard { Database = await databases.New() };
        await board.InitializeAsync();
        return board;
    }
}
