using CapacityBoard.Access.Store;
using CapacityBoard.Hosting;
using CapacityBoard.Journal.Postgres;
using CapacityBoard.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CapacityBoard.Access.Audit;

/// <summary>The access log is added to and nothing else, but for the command that cuts what need not be kept, and says that it did.</summary>
public sealed class AccessLogFileTests(Databases databases) : IDisposable
{
    private static readonly DateTimeOffset Old = new(2018, 10, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE access_log SET who = 'another'")]
    [InlineData("DELETE FROM access_log")]
    public async Task GivenLineInAFolder_WhenChangedOrDeleted_ThenRefused(string sql)
    {
        var errand = await InFolder();

        (await Should.ThrowAsync<SqliteException>(() => errand.CreateDbContext().Database.ExecuteSqlRawAsync(sql))).Message.ShouldContain("append-only");
    }

    [Theory]
    [InlineData("UPDATE access_log SET who = 'another'")]
    [InlineData("DELETE FROM access_log")]
    [InlineData("TRUNCATE access_log")]
    public async Task GivenLineInADatabase_WhenChangedOrDeleted_ThenRefused(string sql)
    {
        var errand = await InDatabase(await databases.New());

        (await Should.ThrowAsync<PostgresException>(() => errand.CreateDbContext().Database.ExecuteSqlRawAsync(sql))).Message.ShouldContain("append-only");
    }

    [Fact]
    public async Task GivenOldLinesInAFolder_WhenExportedAndCut_ThenTheFileHasThemAndTheLogSaysSoAndIsAppendOnlyAgain() =>
        await ThenExportedAndCut(await InFolder(), "--data", _folder.PathOf("data"));

    [Fact]
    public async Task GivenOldLinesInADatabase_WhenExportedAndCut_ThenTheFileHasThemAndTheLogSaysSoAndIsAppendOnlyAgain()
    {
        var database = await databases.New();
        await ThenExportedAndCut(await InDatabase(database), "--journal", database);
    }

    [Fact]
    public async Task GivenRoleThatMayOnlyAdd_WhenItCuts_ThenRefusedAndNothingIsLost()
    {
        var database = await databases.New();
        var errand = await InDatabase(database);
        var role = $"board_{Guid.NewGuid():n}";
        var create = $"CREATE ROLE {role} LOGIN; GRANT SELECT, INSERT ON access_log TO {role}";
        await errand.CreateDbContext().Database.ExecuteSqlRawAsync(create);
        var asRole = new NpgsqlConnectionStringBuilder(database) { Username = role }.ConnectionString;

        (await CommandLine.Run(["cut-access-log", "--before", "2020-01-01", "--journal", asRole])).ShouldBe(1);

        (await Lines(errand)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task GivenFileThatIsThere_WhenExported_ThenItIsLeftAsItWas()
    {
        await InFolder();
        await File.WriteAllTextAsync(_folder.PathOf("log.csv"), "mine");

        (await CommandLine.Run(["export-access-log", "--to", _folder.PathOf("log.csv"), "--data", _folder.PathOf("data")])).ShouldBe(1);

        (await File.ReadAllTextAsync(_folder.PathOf("log.csv"))).ShouldBe("mine");
    }

    [Theory]
    [InlineData("03/10/2018")]
    [InlineData("2999-01-01")]
    public async Task GivenDayThatIsNone_WhenCut_ThenNotUnderstood(string day) =>
        (await CommandLine.Run(["cut-access-log", "--before", day, "--data", _folder.PathOf("data")])).ShouldBe(2);

    private async Task ThenExportedAndCut(AccessErrand errand, string option, string place)
    {
        var file = _folder.PathOf("log.csv");

        (await CommandLine.Run(["export-access-log", "--to", file, "--before", "2020-01-01", option, place])).ShouldBe(0);
        (await CommandLine.Run(["cut-access-log", "--before", "2020-01-01", option, place])).ShouldBe(0);

        (await File.ReadAllLinesAsync(file)).ShouldBe(
        [
            "Time (UTC),Who,What,About,Stay,From address,Note",
            "2018-10-03 09:00:00.000,Somebody,saw-stays,stockport/fernlea,SH-1,127.0.0.1,",
        ]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await Lines(errand)).Select(line => (line.Act, line.Note)).ShouldBe(
        [
            ("signed-in", null),
            (Acts.Exported, "1 lines of the access log before 2020-01-01"),
            (Acts.LogCut, "1 lines before 2020-01-01"),
        ]);
        await Should.ThrowAsync<Exception>(() => errand.CreateDbContext().Database.ExecuteSqlRawAsync("DELETE FROM access_log"));
    }

    private async Task<AccessErrand> InFolder() => await WithLines(AccessErrand.InFolder(_folder.PathOf("data")));

    private static async Task<AccessErrand> InDatabase(string database)
    {
        await using var source = PostgresConnections.Open(database);
        await PostgresSchema.Migrate(source, CancellationToken.None);
        return await WithLines(AccessErrand.InDatabase(database));
    }

    private static async Task<AccessErrand> WithLines(AccessErrand errand)
    {
        await errand.Store.Add(new AccessEntry { At = Old, Who = "Somebody", Act = Acts.SawStays, About = "stockport/fernlea", Stay = "SH-1", Address = "127.0.0.1" });
        await errand.Store.Add(new AccessEntry { At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Who = "Somebody", Act = Acts.SignedIn });
        return errand;
    }

    private static async Task<List<AccessEntry>> Lines(AccessErrand errand) => await errand.CreateDbContext().Log.AsNoTracking().OrderBy(line => line.Id).ToListAsync();
}
