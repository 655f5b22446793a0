using CapacityBoard.Faults;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Npgsql;

namespace CapacityBoard.Import;

/// <summary>An errand from the command line beside a cluster that runs.</summary>
public sealed class ErrandTests(Databases databases) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenRunningCluster_WhenADirectoryIsImportedIntoItsDatabase_ThenItIsThereAndTheClusterHasNoOtherMember()
    {
        var database = await databases.New();
        await using var board = new TestBoard { Database = database };
        await board.InitializeAsync();
        var before = await Members(database);
        await File.WriteAllBytesAsync(_folder.PathOf("homes.csv"), Directories.Of(Directories.Row()));

        var (code, said) = await ProgramRun.ToItsEnd(new ServerProgram(
            ServerProgram.Web().File, ["import", _folder.PathOf("homes.csv"), "--locality", "stockport"], new Dictionary<string, string>())
            .With("Journal:ConnectionString", database));

        code.ShouldBe(0, said);
        await board.OnTheBoard();
        (await Members(database)).ShouldBe(before);
        await board.Stop();
    }

    /// <summary>Of all clusters, those that have left included.</summary>
    private static async Task<string[]> Members(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT cluster || ' ' || address || ' ' || port || ' ' || generation || ' ' || status FROM cluster_silos");
        await using var row = await command.ExecuteReaderAsync();
        var members = new List<string>();
        while (await row.ReadAsync())
        {
            members.Add(row.GetString(0));
        }

        return [.. members];
    }
}
