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
    /// <summary>At a start, the watchdog may check before its own clock is set, and then warns of hours without a sign of life.</summary>
    private const string Watchdog = "Orleans.Runtime.Watchdog";

    /// <summary>
    /// Adds everything that a web program's grains need: their journal (<see cref="IJournal"/>), their clock
    /// (<see cref="TimeProvider"/>) and Orleans, with grains in this process or on silos elsewhere
    /// (<see cref="SiloClusterOptions.HostsGrains"/>).
    /// </summary>
    /// <remarks>
    /// Starting the host throws <see cref="JournalUnavailableException"/> if the journal cannot be opened,
    /// <see cref="OptionsValidationException"/> if a setting is wrong, and <see cref="GrainsUnavailableException"/> if the
    /// cluster cannot be joined. Each message is meant for a person.
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
    /// The same for one errand, which ends with its process. It gets a private silo that no other process calls and that does
    /// not join the configured cluster. If both record at the same time, the journal's versions decide.
    /// </summary>
    internal static void AddErrandGrains(this IHostApplicationBuilder builder)
    {
        builder.AddClockAndJournal();
        builder.AddOrleans(new() { Id = "errand" }, ClusterRole.WebWithGrains);
    }

    /// <summary>Adds only Orleans, for a web program; the caller adds the journal and the clock.</summary>
    internal static void AddWebGrains(this IHostApplicationBuilder builder)
    {
        var cluster = ClusterConfiguration.Read(builder.Configuration);
        builder.AddOrleans(cluster, cluster.HostsGrains ? ClusterRole.WebWithGrains : ClusterRole.Client);
    }

    /// <summary>Adds only Orleans, for the silo program; the caller adds the journal and the clock.</summary>
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
    /// Orleans' own timers (probes, response timeouts) always use the machine's clock: a test that sets the domain's clock to
    /// Wednesday must not stop the cluster.
    /// </summary>
    private static void AddClock(IServiceCollection services) => services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);

    /// <summary>Lets exceptions of the domain keep their type when they reach a caller in another process.</summary>
    private static void AddExceptions(IServiceCollection services) =>
        services.Configure<ExceptionSerializationOptions>(options => options.SupportedNamespacePrefixes.Add(nameof(CapacityBoard)));

    private static string Words(ClusterRole role) => role switch
    {
        ClusterRole.WebWithGrains => "web with grains",
        ClusterRole.Client => "web without grains",
        _ => "silo",
    };
}
