using CapacityBoard.Journal;
using CapacityBoard.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>The product's own set-up of silos and clients, on a journal and a clock of the test.</summary>
internal static class ClusterHosts
{
    /// <summary>A web program's grains, in its own process or, with <c>HostsGrains</c> false, elsewhere, once they can be called.</summary>
    public static async Task<IHost> StartWeb(IJournal journal, TimeProvider clock, params (string Name, string Value)[] settings)
    {
        var host = await Start(Builder(journal, clock, settings), builder => builder.AddWebGrains());
        await Deadline.Until(() => host.Services.GetRequiredService<GrainHosting>().IsReady, "its grains can be called");
        return host;
    }

    /// <summary>The same, not yet started.</summary>
    public static IHost BuildWeb(IJournal journal, TimeProvider clock, params (string Name, string Value)[] settings)
    {
        var builder = Builder(journal, clock, settings);
        builder.AddWebGrains();
        return builder.Build();
    }

    /// <summary>The silo program's grains.</summary>
    public static Task<IHost> StartSilo(IJournal journal, TimeProvider clock, params (string Name, string Value)[] settings) =>
        Start(Builder(journal, clock, settings), builder => builder.AddSiloGrains());

    private static HostApplicationBuilder Builder(IJournal journal, TimeProvider clock, (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(settings.Select(each => KeyValuePair.Create($"Cluster:{each.Name}", (string?)each.Value)));
        builder.Services.AddSingleton(journal).AddSingleton(clock);
        return builder;
    }

    private static async Task<IHost> Start(HostApplicationBuilder builder, Action<HostApplicationBuilder> addRuntime)
    {
        addRuntime(builder);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }
}
