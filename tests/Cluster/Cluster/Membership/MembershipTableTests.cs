using CapacityBoard.Journal;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Runtime.MembershipService;

namespace CapacityBoard.Cluster.Membership;

/// <summary>What our script promises to Orleans' own provider, on a real PostgreSQL.</summary>
public sealed class MembershipTableTests(Databases databases) : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 11, 29, 12, 0, 0, DateTimeKind.Utc);

    private string _database = "";
    private AdoNetClusteringTable _table = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.New();
        await Make();
        _table = await Open();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task GivenNoSilo_WhenRead_ThenThereIsAVersionAndNobody()
    {
        var read = await _table.ReadAllAsync();

        (read.Members.Count, read.Version.Version).ShouldBe((0, 0));
        (await _table.ReadRowAsync(Silo(1).SiloAddress)).Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenSiloThatIsWrittenDown_WhenRead_ThenItIsAsItWas()
    {
        var silo = Silo(1);
        (await Insert(silo)).ShouldBeTrue();

        ShouldBe((await _table.ReadAllAsync()).Members.ShouldHaveSingleItem().Item1, silo);
        ShouldBe((await _table.ReadRowAsync(silo.SiloAddress)).Members.ShouldHaveSingleItem().Item1, silo);
    }

    [Fact]
    public async Task GivenSiloThatIsThereAlready_WhenInserted_ThenRefusedAndTheVersionStays()
    {
        await Insert(Silo(1));

        (await Insert(Silo(1))).ShouldBeFalse();
        (await _table.ReadAllAsync()).Version.Version.ShouldBe(1);
    }

    [Fact]
    public async Task GivenTwoSilosThatChangeTheMembershipAtOnce_WhenBothReadTheSame_ThenOneIsRefusedAndSucceedsOnceItHasReadAgain()
    {
        var read = (await _table.ReadAllAsync()).Version;

        var done = await Task.WhenAll(Enumerable.Range(1, 8).Select(async number =>
            (number, isDone: await (await Open()).InsertRowAsync(Silo(number), read.Next()))));

        done.Count(each => each.isDone).ShouldBe(1);
        (await _table.ReadAllAsync()).Version.Version.ShouldBe(1);
        (await Insert(Silo(done.First(each => !each.isDone).number))).ShouldBeTrue();
        (await _table.ReadAllAsync()).Members.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GivenTwoSilosThatSuspectAThird_WhenBothReadTheSame_ThenOneIsRefused()
    {
        await Insert(Silo(3));
        var read = await _table.ReadAllAsync();
        var (entry, etag) = read.Members.ShouldHaveSingleItem();

        var done = await Task.WhenAll(
            _table.UpdateRowAsync(Suspected(entry, by: 1), etag, read.Version.Next()),
            (await Open()).UpdateRowAsync(Suspected(entry, by: 2), etag, read.Version.Next()));

        done.Count(isDone => isDone).ShouldBe(1);
        (await _table.ReadAllAsync()).Members.ShouldHaveSingleItem().Item1.SuspectTimes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GivenSiloThatIsDeclaredDead_WhenRead_ThenItIsDeadWithWhoSuspectedItAndNoGateway()
    {
        await Insert(Silo(1));
        await Insert(Silo(2));
        var read = await _table.ReadAllAsync();
        var (entry, etag) = read.Members.Single(each => each.Item1.SiloAddress.Equals(Silo(2).SiloAddress));
        entry = Suspected(entry, by: 1);
        entry.Status = SiloStatus.Dead;

        (await _table.UpdateRowAsync(entry, etag, read.Version.Next())).ShouldBeTrue();

        var dead = (await _table.ReadRowAsync(Silo(2).SiloAddress)).Members.ShouldHaveSingleItem().Item1;
        dead.Status.ShouldBe(SiloStatus.Dead);
        dead.SuspectTimes.ShouldHaveSingleItem().ShouldBe(Tuple.Create(Silo(1).SiloAddress, Now));
        (await Gateways()).ShouldBe([Silo(1).ProxyPort]);
    }

    [Fact]
    public async Task GivenSilo_WhenItSaysThatItIsAlive_ThenTheTimeIsWrittenAndTheVersionStays()
    {
        var silo = Silo(1);
        await Insert(silo);
        silo.IAmAliveTime = Now.AddSeconds(5);

        await _table.UpdateIAmAliveAsync(silo);

        var read = await _table.ReadAllAsync();
        read.Members.ShouldHaveSingleItem().Item1.IAmAliveTime.ShouldBe(Now.AddSeconds(5));
        read.Version.Version.ShouldBe(1);
    }

    [Fact]
    public async Task GivenDefunctSilos_WhenCleanedUp_ThenOnlyThoseThatAreNotActiveAndLongSilentAreForgotten()
    {
        await Insert(Silo(1, SiloStatus.Active, Now.AddDays(-8)));
        await Insert(Silo(2, SiloStatus.Dead, Now.AddDays(-8)));
        await Insert(Silo(3, SiloStatus.Dead, Now));

        await _table.CleanupDefunctSiloEntriesAsync(Now.AddDays(-7));

        (await _table.ReadAllAsync()).Members.Select(each => each.Item1.SiloAddress.Generation).Order().ShouldBe([1, 3]);
    }

    [Fact]
    public async Task GivenTwoClusters_WhenOneIsDeleted_ThenTheOtherStays()
    {
        await Insert(Silo(1));
        var other = await Open("other");
        await other.InsertRowAsync(Silo(2), (await other.ReadAllAsync()).Version.Next());

        await _table.DeleteMembershipTableEntriesAsync("capacity-board");

        (await other.ReadAllAsync()).Members.Count.ShouldBe(1);
        (await (await Open()).ReadAllAsync()).Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenTablesOfAnOlderScript_WhenASiloStarts_ThenTheQueriesAreBroughtUpToDateAndTheSilosStay()
    {
        await Insert(Silo(1));
        await Query(
            """
            DROP TABLE cluster_migrations;
            DELETE FROM orleansquery WHERE querykey = 'CleanupDefunctSiloEntriesKey';
            UPDATE orleansquery SET querytext = 'SELECT 1' WHERE querykey = 'MembershipReadAllKey'
            """);

        await Make();

        var table = await Open();
        (await table.ReadAllAsync()).Members.Count.ShouldBe(1);
        await table.CleanupDefunctSiloEntriesAsync(Now);
    }

    [Fact]
    public async Task GivenTablesOfANewerScript_WhenAnOlderSiloStarts_ThenItSaysSoAndLeavesThemAsTheyAre()
    {
        await Query(
            """
            INSERT INTO cluster_migrations (step, file) VALUES (1000, '1000-newer.sql');
            UPDATE orleansquery SET querytext = 'SELECT 1' WHERE querykey = 'GatewaysQueryKey'
            """);

        (await Should.ThrowAsync<JournalUnavailableException>(Make)).Message.ShouldContain("has schema 1000, written by a newer version");

        (await Query("SELECT querytext FROM orleansquery WHERE querykey = 'GatewaysQueryKey'")).ShouldBe("SELECT 1");
    }

    private static MembershipEntry Silo(int number, SiloStatus status = SiloStatus.Active, DateTime? alive = null) => new()
    {
        SiloAddress = SiloAddress.New(System.Net.IPAddress.Parse("10.0.0.1"), 11111, number),
        SiloName = $"silo {number}",
        HostName = "host",
        Status = status,
        ProxyPort = 30000 + number,
        StartTime = Now.AddHours(-1),
        IAmAliveTime = alive ?? Now,
    };

    private static MembershipEntry Suspected(MembershipEntry entry, int by)
    {
        var suspected = Silo(entry.SiloAddress.Generation);
        suspected.AddSuspector(Silo(by).SiloAddress, Now);
        return suspected;
    }

    private static void ShouldBe(MembershipEntry read, MembershipEntry silo) =>
        (read.SiloAddress, read.SiloName, read.HostName, read.Status, read.ProxyPort, read.StartTime, read.IAmAliveTime)
            .ShouldBe((silo.SiloAddress, silo.SiloName, silo.HostName, silo.Status, silo.ProxyPort, silo.StartTime, silo.IAmAliveTime));

    private Task Make() =>
        new PostgreSqlMembership(Options.Create(new SiloClusterOptions { ConnectionString = _database })).StartingAsync(CancellationToken.None);

    private async Task<AdoNetClusteringTable> Open(string cluster = "capacity-board")
    {
        var table = new AdoNetClusteringTable(
            null!,
            Options.Create(new ClusterOptions { ClusterId = cluster }),
            Options.Create(new AdoNetClusteringSiloOptions { Invariant = "Npgsql", ConnectionString = _database }),
            NullLogger<AdoNetClusteringTable>.Instance);
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true);
        return table;
    }

    private async Task<bool> Insert(MembershipEntry silo) => await _table.InsertRowAsync(silo, (await _table.ReadAllAsync()).Version.Next());

    /// <summary>As the provider of clients asks for them, whose class is its own.</summary>
    private async Task<int[]> Gateways()
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand((string)(await Query("SELECT querytext FROM orleansquery WHERE querykey = 'GatewaysQueryKey'"))!);
        command.Parameters.AddWithValue("DeploymentId", "capacity-board");
        command.Parameters.AddWithValue("Status", (int)SiloStatus.Active);
        await using var row = await command.ExecuteReaderAsync();
        var ports = new List<int>();
        while (await row.ReadAsync())
        {
            ports.Add(row.GetInt32(row.GetOrdinal("ProxyPort")));
        }

        return [.. ports];
    }

    private async Task<object?> Query(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
