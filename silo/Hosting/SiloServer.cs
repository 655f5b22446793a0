using CapacityBoard.Cluster;
using CapacityBoard.Health;
using CapacityBoard.Journal;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting;

/// <summary>Builds the silo program's server.</summary>
internal static class SiloServer
{
    /// <param name="journal">The journal's connection string; null to use the configuration's.</param>
    /// <exception cref="OptionsValidationException">There is no journal that web nodes could share, or the secrets folder cannot be read.</exception>
    public static WebApplication Build(string urls, string? journal, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning);
        builder.Configuration.AddSecrets();
        builder.Configuration[JournalPlace.Setting] = journal ?? builder.Configuration[JournalPlace.Setting];
        RequireSharedJournal(builder.Configuration);
        builder.AddTelemetry("capacity-board-silo");
        builder.AddCapacityBoardSilo();
        builder.Services.AddHealth();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ClusterTimes.LongestShutdown);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseMetricsKey();
        app.MapPrometheusScrapingEndpoint(TelemetrySetup.MetricsPath);
        MapHealth(app);
        return app;
    }

    /// <summary>Web nodes read what silos record, so a file in a folder that one process locks is of no use.</summary>
    private static void RequireSharedJournal(ConfigurationManager configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[JournalPlace.Setting]))
        {
            throw new OptionsValidationException(
                JournalOptions.Section,
                typeof(JournalOptions),
                [$"A separate silo needs a journal that web nodes can read. Set a PostgreSQL database with --journal or {JournalPlace.Setting}."]);
        }
    }

    /// <summary>The silo is ready once it is a member of its cluster, and no longer ready as soon as it is asked to stop.</summary>
    private static void MapHealth(WebApplication app)
    {
        var health = app.MapGroup("/health");
        health.MapGet("", Health);
        health.MapGet("/live", () => TypedResults.Ok());
        health.MapGet("/ready", Ready);
    }

    private static async Task<JsonHttpResult<SiloHealth>> Ready(GrainHosting hosting, HealthReports reports, IHostApplicationLifetime lifetime)
    {
        var health = await Health(hosting, reports, lifetime);
        return TypedResults.Json(health, statusCode: health.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<SiloHealth> Health(GrainHosting hosting, HealthReports reports, IHostApplicationLifetime lifetime)
    {
        var (problems, warnings) = await reports.Findings();
        return new(problems.Count == 0 && !lifetime.ApplicationStopping.IsCancellationRequested, hosting.Role, hosting.Cluster, problems, warnings, BuildVersion.Current.Version, BuildVersion.Current.Commit);
    }
}

/// <param name="Cluster">The ID of the silo's cluster.</param>
/// <param name="Problems">What is wrong, by its subject: <c>journal</c>, <c>cluster</c>.</param>
/// <param name="Warnings">What should be put right although the silo is ready: <c>clock</c>.</param>
internal sealed record SiloHealth(bool Ready, string? Role, string? Cluster, IReadOnlyDictionary<string, string> Problems, IReadOnlyDictionary<string, string> Warnings, string Version, string Commit);
