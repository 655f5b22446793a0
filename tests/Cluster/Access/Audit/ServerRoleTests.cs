using System.Text.RegularExpressions;
using CapacityBoard.Support;
using Npgsql;

namespace CapacityBoard.Access.Audit;

/// <summary>The role for the server as docs/operations.md has it.</summary>
public sealed partial class ServerRoleTests(Databases databases)
{
    [Fact]
    public async Task GivenTheRoleOfTheDocument_WhenTheBoardRunsAsIt_ThenItServesAndMayDeleteNoLine()
    {
        var database = await databases.New();
        await using (var owner = new TestBoard { Database = database })
        {
            await owner.InitializeAsync();
        }

        await Execute(database, SqlBlock().Match(await File.ReadAllTextAsync(Repository.PathOf("docs/operations.md"))).Groups[1].Value);
        var asServer = new NpgsqlConnectionStringBuilder(database) { Username = "capacity_board_server" }.ConnectionString;

        await using var board = new TestBoard { Database = asServer };
        await board.InitializeAsync();

        (await board.Declare(await board.CareHome("the-limes"), 10, 4)).ThenAccepted();
        using var person = new Visitor(board.Address);
        (await person.Visit("/admin/people")).Status.ShouldBe(200);
        foreach (var sql in new[] { "DELETE FROM access_log", "UPDATE access_log SET who = 'another'", "DELETE FROM journal", "UPDATE board_kind SET is_demonstration = true" })
        {
            (await Should.ThrowAsync<PostgresException>(() => Execute(asServer, $"SET capacity_board.cuts_access_log = 'yes'; {sql}")))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    private static async Task Execute(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("## Access log.*?```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
