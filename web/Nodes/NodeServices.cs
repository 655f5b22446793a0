using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Npgsql;

namespace CapacityBoard.Nodes;

/// <summary>What the web nodes of one journal share besides it: kept in its database, or beside it where there is one node.</summary>
internal static class NodeServices
{
    /// <summary>Whoever can read the database or the data folder may read the keys that are in it: they protect no more than forms.</summary>
    private const string KeysAreInPlainText = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    public static void AddNodes(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("capacity-board");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) => keys.XmlRepository = new KeyStore(provider));
        services.AddHostedService<SharedKeys>();
        services.AddSingleton(LocksOf);
        builder.Logging.AddFilter(KeysAreInPlainText, LogLevel.Error);
    }

    public static INodeLocks LocksOf(IServiceProvider provider) => provider.GetService<NpgsqlDataSource>() is { } source
        ? new PostgresLocks(source, provider.GetRequiredService<TimeProvider>())
        : new LocalLocks();
}
