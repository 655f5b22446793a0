using CapacityBoard.Journal.Postgres;
using CapacityBoard.Support;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>Keys of sessions and forms as earlier versions wrote them, with statements of their own.</summary>
public sealed class KeysOfTheVersionBeforeTests(Databases databases) : IDisposable
{
    private const string Purpose = "session";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenKeyOfTheVersionBefore_WhenTheServerStarts_ThenWhatItProtectsIsReadAndNoOtherKeyIsMade(bool inDatabase)
    {
        await using var board = new TestBoard { Database = inDatabase ? await databases.New() : null };
        var (session, key) = await MakeSession();
        await (inDatabase ? LeaveInDatabase(board.Database!, key) : LeaveInFolder(board.DataFolder, key));

        await board.InitializeAsync();

        board.Services.GetDataProtector(Purpose).Unprotect(session).ShouldBe("somebody");
        (await (inDatabase ? KeysIn(board.Database!) : KeysInFolder(board.DataFolder))).ShouldBe([key]);
    }

    [Fact]
    public async Task GivenKeyOfThisVersion_WhenTheVersionBeforeReadsItInTheDatabase_ThenItIsThere()
    {
        var database = await databases.New();
        await using var board = new TestBoard { Database = database };

        await board.InitializeAsync();

        (await KeysIn(database)).ShouldHaveSingleItem().ShouldStartWith("<key id=");
    }

    private async Task<(string Session, string Key)> MakeSession()
    {
        var keys = _folder.PathOf("before");
        var protection = DataProtectionProvider.Create(new DirectoryInfo(keys), options => options.SetApplicationName("capacity-board"));
        var session = protection.CreateProtector(Purpose).Protect("somebody");
        return (session, await File.ReadAllTextAsync(Directory.GetFiles(keys).ShouldHaveSingleItem()));
    }

    private static async Task LeaveInDatabase(string database, string key)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await PostgresSchema.Migrate(source, CancellationToken.None);
        await using var insert = source.CreateCommand("INSERT INTO web_keys (name, xml) VALUES ($1, $2)");
        insert.Parameters.Add(new() { Value = "key-before" });
        insert.Parameters.Add(new() { Value = key });
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task LeaveInFolder(string dataFolder, string key)
    {
        var keys = Directory.CreateDirectory(Path.Combine(dataFolder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(keys.FullName, "key-before.xml"), key);
    }

    private static async Task<List<string>> KeysIn(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT xml FROM web_keys ORDER BY at, name");
        await using var row = await command.ExecuteReaderAsync();
        var keys = new List<string>();
        while (await row.ReadAsync())
        {
            keys.Add(row.GetString(0));
        }

        return keys;
    }

    private static async Task<List<string>> KeysInFolder(string dataFolder) =>
        [.. await Task.WhenAll(Directory.GetFiles(Path.Combine(dataFolder, "keys")).Select(file => File.ReadAllTextAsync(file)))];
}
