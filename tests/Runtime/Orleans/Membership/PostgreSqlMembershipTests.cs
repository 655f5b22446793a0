using CapacityBoard.Cluster;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Runtime;

namespace CapacityBoard.Runtime.Orleans.Membership;

/// <summary>The membership's tables and queries, on a real PostgreSQL.</summary>
public sealed class PostgreSqlMembershipTests : IAsyncLifetime
{
    private PostgresServer _postgres = null!;
    private string _database = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        _database = await _postgres.CreateDatabase();
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task GivenManySilosThatStartAtOnce_WhenEachMakesTheTables_ThenNoneFailsAndNothingIsLost()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Make(_database))).Within("every silo has made the tables");

        await using var source = NpgsqlDataSource.Create(_database);
        await using var count = source.CreateCommand("SELECT count(*) FROM orleansquery");
        (await count.ExecuteScalarAsync()).ShouldBe(9L);
    }

    [Fact]
    public async Task GivenTwoSilos_WhenOneStops_ThenTheOtherKnowsAndItsSitesAreServed()
    {
        var journal = new InMemoryJournal();
        var (first, second) = (await StartSilo(journal), await StartSilo(journal));
        using var client = await ClusterHosts.StartWeb(journal, TimeProvider.System, [.. Settings(), ("HostsGrains", "false")]).Within("the client is connected");
        var grains = client.Services.GetRequiredService<IGrainFactory>();
        (await Statuses(grains)).ShouldBe([SiloStatus.Active, SiloStatus.Active]);

        await first.StopAsync().Within("the first silo has stopped");

        (await grains.GetGrain<CareHomes.ICareHomeGrain>(HomeRequests.Home().Value).Execute(HomeRequests.Register()).Within("the site is served")).IsAccepted.ShouldBeTrue();
        (await Statuses(grains)).ShouldBe([SiloStatus.Active]);
        await client.StopAsync();
        await second.StopAsync().Within("the second silo has stopped");
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task GivenNoPostgreSql_WhenASiloStarts_ThenSaysWhatToDo()
    {
        var failure = await Should.ThrowAsync<GrainsUnavailableException>(() => Make($"Host=127.0.0.1;Port={FreePort.Next()};Username=board"));

        failure.Message.ShouldStartWith("PostgreSQL, which keeps the cluster's membership, cannot be used: ");
        failure.Message.ShouldEndWith(". Start it, or correct Cluster:ConnectionString.");
    }

    private static Task Make(string database) =>
        new PostgreSqlMembership(Options.Create(new SiloClusterOptions { ConnectionString = database })).StartingAsync(CancellationToken.None);

    private static async Task<IEnumerable<SiloStatus>> Statuses(IGrainFactory grains) =>
        (await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Values;

    private Task<IHost> StartSilo(InMemoryJournal journal) => ClusterHosts.StartSilo(
        journal, TimeProvider.System, [.. Settings(), ("SiloPort", $"{FreePort.Next()}"), ("GatewayPort", $"{FreePort.Next()}")]).Within("a silo has started");

    private IEnumerable<(string Name, string Value)> Settings() =>
        [("Membership", "PostgreSql"), ("ConnectionString", _database), ("AdvertisedAddress", "127.0.0.1")];
}
