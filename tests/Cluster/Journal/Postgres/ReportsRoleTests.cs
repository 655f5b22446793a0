using System.Text.RegularExpressions;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>The role for reports as docs/operations.md has it.</summary>
public sealed partial class ReportsRoleTests(Databases databases)
{
    [Fact]
    public async Task GivenTheRoleOfTheDocument_WhenItReadsAndWrites_ThenItMayOnlyRead()
    {
        var database = await databases.New();
        await using var source = PostgresConnections.Open(database);
        await using var journal = new PostgresJournal(source, NullLogger<PostgresJournal>.Instance);
        await journal.Open();
        await journal.Append(Appends.Of(HomeRequests.Home(), 0, count: 3));
        await using (var create = source.CreateCommand(SqlBlock().Match(File.ReadAllText(Repository.PathOf("docs/operations.md"))).Groups[1].Value))
        {
            await create.ExecuteNonQueryAsync();
        }

        var role = new NpgsqlConnectionStringBuilder(database) { Username = "capacity_board_reports" };
        await using var reports = NpgsqlDataSource.Create(role);
        await using var daring = NpgsqlDataSource.Create($"{role};Options=-c default_transaction_read_only=off");

        await using var count = reports.CreateCommand("SELECT count(*) FROM journal WHERE data->>'type' = 'general-nursing'");
        (await count.ExecuteScalarAsync()).ShouldBe(3L);
        foreach (var sql in new[] { "DELETE FROM journal", "INSERT INTO snapshots VALUES ('a/b', 1, 's', '{}')", "CREATE TABLE mine (id int)" })
        {
            await using var change = daring.CreateCommand(sql);
            (await Should.ThrowAsync<PostgresException>(() => change.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [GeneratedRegex("### A role for reports.*?```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
