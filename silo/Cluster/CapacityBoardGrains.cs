using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Serialization;

namespace CapacityBoard.Cluster;

public static class CapacityBoardGrains
{
    /// <summary>At a start it may look before its own clock is set, and then warns of hours without a sign of life.</summary>
    private const string Watchdog = "Orleans.Runtime.Watchdog";

    /// <summary>
    /// Everything that a web program's grains need: their journal (<see cref="IJournal"/>), their clock
    /// (<see cref="TimeProvider"/>) and Orleans, with grains in this process or on silos elsewhere
    /// (<see cref="SiloClusterOptions.HostsGrains"/>).
    /// </summary>
    /// <remarks>
    /// The host does not start where the journal cannot be opened: starting it then throws
    /// <see cref="JournalUnavailableException"/>, or <see cref="OptionsValidationException"/> for a wrong setting, or
    /// <see cref="GrainsUnavailableException"/> where the cluster cannot be joined, each with a message for a person.
    /// Settings: <see cref="JournalOptions"/>, <see cref="GrainOptions"/>, <see cref="SiloClusterOptions"/>.
    /// </remarks>
    public static TBuilder AddCapacityBoardGrains<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddClockAndJournal();
        builder.AddWebGrains();
        return builder;
    }

    /// <summary>The same for a process that only hosts grains, for web programs that host none.</summary>
    internal static void AddCapacityBoardSilo(this IHostApplicationBuilder builder)
    {
        builder.AddClockAndJournal();
        builder.AddSiloGrains();
    }

    /// <summary>
    /// The same for one errand, which ends with its process: a silo of its own that no other process calls, and no member of
    /// the cluster that the settings name. What it records at the same time as that cluster is decided by the journal's versions.
    /// </summary>
    internal static void AddErrandGrains(this IHostApplicationBuilder builder)
    {
        builder.AddClockAndJournal();
        builder.AddOrleans(new() { Id = "errand" }, ClusterRole.WebWithGrains);
    }

    /// <summary>Orleans alone, for a web program; the journal and the clock are the caller's to add.</summary>
    internal static void AddWebGrains(this IHostApplicationBuilder builder)
    {
        var cluster = ClusterConfiguration.Read(builder.Configuration);
        builder.AddOrleans(cluster, cluster.HostsGrains ? ClusterRole.WebWithGrains : ClusterRole.Client);
    }

    /// <summary>Orleans alone, for the silo program; the journal and the clock are the caller's to add.</summary>
    internal static void AddSiloGrains(this IHostApplicationBuilder builder) =>
        builder.AddOrleans(ClusterConfiguration.Read(builder.Configuration), ClusterRole.Silo);

    private static void AddClockAndJournal(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddJournal();
    }

    private static void AddOrleans(this IHostApplicationBuilder builder, SiloClusterOptions cluster, ClusterRole role)
    {
        builder.Services.AddSingleton(Options.Create(cluster));
        builder.Services.AddSingleton(new GrainHosting(Words(role), cluster.Id, ready: role != ClusterRole.Client));
        builder.Services.AddGrainOptions();
        builder.Logging.AddFilter(Watchdog, LogLevel.Error);
        builder.Services.AddSingleton<SiteClient>().AddSingleton<ISiteClient>(provider => provider.GetRequiredService<SiteClient>());
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

        builder.AddClusterDashboard(role);
        builder.Services.AddHostedService<SiteClientDrain>();
    }

    private static void AddGrainOptions(this IServiceCollection services) => services.AddOptions<GrainOptions>()
        .BindConfiguration(GrainOptions.Section)
        .Validate(options => options.CollectionAge >= GrainOptions.ShortestAge && options.CollectionAge <= GrainOptions.LongestAge, GrainOptions.Allowed)
        .ValidateOnStart();

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
