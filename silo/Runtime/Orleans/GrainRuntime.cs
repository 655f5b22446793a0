using CapacityBoard.Runtime.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Serialization;

namespace CapacityBoard.Runtime;

/// <summary>What runs the grains in this build: Microsoft Orleans.</summary>
public static class GrainRuntime
{
    /// <summary>At a start its first look may come before its own clock is set, and warns of hours without a sign of life.</summary>
    private const string Watchdog = "Orleans.Runtime.Watchdog";

    /// <summary>Its name, for <c>/health</c> and the log.</summary>
    public static string Name => "Orleans";

    /// <summary>The web program's grains: in its own process or on silos elsewhere, as <see cref="SiloClusterOptions.HostsGrains"/> says.</summary>
    internal static void AddGrainRuntime(this IHostApplicationBuilder builder)
    {
        var cluster = ClusterConfiguration.Read(builder.Configuration);
        builder.AddOrleans(cluster, cluster.HostsGrains ? ClusterRole.WebWithGrains : ClusterRole.Client);
    }

    /// <summary>The silo program's grains.</summary>
    internal static void AddSilo(this IHostApplicationBuilder builder) =>
        builder.AddOrleans(ClusterConfiguration.Read(builder.Configuration), ClusterRole.Silo);

    /// <summary>Why the runtime could not start, for a person; null where the exception is none of its own.</summary>
    internal static string? Explain(Exception exception) => exception is OrleansConfigurationException wrong
        ? $"Orleans cannot be started as it is set up: {wrong.Message}"
        : null;

    private static void AddOrleans(this IHostApplicationBuilder builder, SiloClusterOptions cluster, ClusterRole role)
    {
        builder.Services.AddSingleton(Options.Create(cluster));
        builder.Services.AddSingleton(new GrainHosting(Words(role), cluster.Id, ready: role != ClusterRole.Client));
        builder.Logging.AddFilter(Watchdog, LogLevel.Error);
        builder.Services.AddSiteCalls();
        AddClock(builder.Services);
        AddExceptions(builder.Services);
        if (role == ClusterRole.Client)
        {
            builder.AddClient(cluster);
        }
        else
        {
            builder.AddSilo(cluster, role);
        }

        builder.Services.AddHostedService<SiteCallsDrain>();
    }

    /// <summary>
    /// Orleans' own timers (probes, response timeouts) run on the machine's clock, whatever clock the domain is given:
    /// a test that makes it Wednesday must not stop the cluster.
    /// </summary>
    private static void AddClock(IServiceCollection services) => services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);

    /// <summary>Exceptions of the domain arrive at a caller in another process as what they are.</summary>
    private static void AddExceptions(IServiceCollection services) =>
        services.Configure<ExceptionSerializationOptions>(options => options.SupportedNamespacePrefixes.Add(nameof(CapacityBoard)));

    private static string Words(ClusterRole role) => role switch
    {
        ClusterRole.WebWithGrains => "web with grains",
        ClusterRole.Client => "web without grains",
        _ => "silo",
    };
}
