using CapacityBoard.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>Web nodes without grains and silos, started in any order on an empty database.</summary>
public sealed class StartOrderTests(Databases databases)
{
    [Fact]
    public async Task GivenEmptyDatabase_WhenAWebNodeStartsBeforeTheFirstSilo_ThenItIsReadyOnceThereIsOne()
    {
        var database = await databases.New();
        await using var web = Web(database);
        await web.InitializeAsync();
        (await web.Get("/health/ready")).Status.ShouldBe(503);

        await using var silo = Silo(database);
        await silo.StartAsync().Within("the silo has started");

        await ShouldWork(web);
        await web.Stop();
        await silo.StopAsync().Within("the silo has stopped");
    }

    [Fact]
    public async Task GivenEmptyDatabase_WhenASiloAndTwoWebNodesStartAtOnce_ThenAllWork()
    {
        var database = await databases.New();
        await using var silo = Silo(database);
        await using var one = Web(database);
        await using var other = Web(database);

        await Task.WhenAll(one.InitializeAsync().AsTask(), silo.StartAsync(), other.InitializeAsync().AsTask()).Within("all have started");

        await ShouldWork(one);
        await Deadline.Until(async () => (await other.Get("/health/ready")).Status == 200, "the other web node is ready");
        await Task.WhenAll(one.Stop(), other.Stop());
        await silo.StopAsync().Within("the silo has stopped");
    }

    private static async Task ShouldWork(TestBoard web)
    {
        await Deadline.Until(async () => (await web.Get("/health/ready")).Status == 200, "the web node is ready");
        await web.OnTheBoard(await web.CareHome("the-limes", 10, 6));
    }

    private static TestBoard Web(string database) => new() { Database = database, Settings = new() { ["Cluster:HostsGrains"] = "false" } };

    private static WebApplication Silo(string database) => SiloServer.Build("http://127.0.0.1:0", database, builder => builder.Logging.ClearProviders());
}
