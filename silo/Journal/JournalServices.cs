using CapacityBoard.Health;
using CapacityBoard.Journal.Postgres;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Feeds;
using CapacityBoard.Journal.Beside;
using CapacityBoard.Messages;
using CapacityBoard.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CapacityBoard.Journal;

internal static class JournalServices
{
    /// <summary>Adds the configured journal: PostgreSQL if there is a connection string, otherwise SQLite. It opens when the host starts.</summary>
    public static void AddJournal(this IHostApplicationBuilder builder)
    {
        builder.Services.AddBoardMetrics();
        var options = builder.Services.AddOptions<JournalOptions>().BindConfiguration(JournalOptions.Section).ValidateOnStart();
        if (string.IsNullOrWhiteSpace(builder.Configuration[$"{JournalOptions.Section}:{nameof(JournalOptions.ConnectionString)}"]))
        {
            builder.Services.AddSqliteJournal(options);
        }
        else
        {
            builder.Services.AddPostgresJournal();
        }
    }

    private static void AddSqliteJournal(this IServiceCollection services, OptionsBuilder<JournalOptions> options)
    {
        options.Validate(
            each => !string.IsNullOrWhiteSpace(each.DataFolder),
            $"{JournalOptions.Section}:{nameof(JournalOptions.DataFolder)} is empty. Set a folder with --data.");
        services.AddSingleton(provider => DataFolder.Open(provider.GetRequiredService<IOptions<JournalOptions>>().Value.DataFolder));
        services.AddSingleton(provider => SqliteJournal.Open(
            provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<ILogger<SqliteJournal>>(), provider.GetRequiredService<BoardMetrics>()));
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<SqliteJournal>());
        services.AddSingleton<IJournalSearch>(provider => provider.GetRequiredService<SqliteJournal>());
        services.AddSingleton(provider => provider.GetRequiredService<SqliteJournal>().Segments);
        services.AddSingleton<IOutboxStore>(provider => Outboxes.InFolder(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton<IFeedStore>(provider => FeedStore.InFolder(provider.GetRequiredService<DataFolder>()));
        services.AddHostedService<DataFolderAnnouncement>();
    }

    private static void AddPostgresJournal(this IServiceCollection services)
    {
        services.AddSingleton(provider => PostgresConnections.Open(provider.GetRequiredService<IOptions<JournalOptions>>().Value.ConnectionString!));
        services.AddSingleton(provider => new PostgresJournal(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<ILogger<PostgresJournal>>(), provider.GetRequiredService<BoardMetrics>()));
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<PostgresJournal>());
        services.AddSingleton<IJournalSearch>(provider => provider.GetRequiredService<PostgresJournal>());
        services.AddSingleton(provider => provider.GetRequiredService<PostgresJournal>().Segments);
        services.AddSingleton<DatabaseBeside, PostgresBeside>();
        services.AddSingleton<IOutboxStore, Outboxes>();
        services.AddSingleton<IFeedStore, FeedStore>();
        services.AddHostedService<PostgresJournalStart>();
        services.AddSingleton<DatabaseClock>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddHealthChecks().AddCheck<ClockCheck>("clock", timeout: HealthSetup.LongestCheck);
    }
}
