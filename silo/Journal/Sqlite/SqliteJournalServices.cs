using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Journal.Sqlite;

internal static class SqliteJournalServices
{
    /// <summary>The journal in SQLite, in the data folder that the configuration names. Opened when the host starts.</summary>
    public static IServiceCollection AddSqliteJournal(this IServiceCollection services)
    {
        services.AddOptions<SqliteJournalOptions>()
            .BindConfiguration(SqliteJournalOptions.Section)
            .Validate(
                options => !string.IsNullOrWhiteSpace(options.DataFolder),
                $"{SqliteJournalOptions.Section}:{nameof(SqliteJournalOptions.DataFolder)} is empty; name a folder with --data.")
            .ValidateOnStart();
        services.AddSingleton(provider => DataFolder.Open(provider.GetRequiredService<IOptions<SqliteJournalOptions>>().Value.DataFolder));
        services.AddSingleton<IJournal>(provider => SqliteJournal.Open(
            provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<ILogger<SqliteJournal>>()));
        return services.AddHostedService<DataFolderAnnouncement>();
    }
}
