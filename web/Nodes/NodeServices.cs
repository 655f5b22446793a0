using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Npgsql;

namespace CapacityBoard.Nodes;

/// <summary>What the web nodes of one journal share besides it: kept in its database, or beside it where there is one node.</summary>
internal static class NodeServices
{
    /// <summary>
    /// Warns of each new key that it is kept in plain text. Whether it may be is decided once, by who sets up the server:
    /// see <see cref="NodeOptions.KeyCertificate"/>.
    /// </summary>
    private const string KeysAreInPlainText = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A certificate cannot be used.</exception>
    public static void AddNodes(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("capacity-board").ProtectKeysWith(KeyCertificates.Read(builder.Configuration));
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) => keys.XmlRepository = new KeyStore(provider));
        services.AddHostedService<SharedKeys>();
        services.AddSingleton(LocksOf);
        builder.Logging.AddFilter(KeysAreInPlainText, LogLevel.Error);
    }

    public static INodeLocks LocksOf(IServiceProvider provider) => provider.GetService<NpgsqlDataSource>() is { } source
        ? new PostgresLocks(source, provider.GetRequiredService<TimeProvider>())
        : new LocalLocks();

    private static void ProtectKeysWith(this IDataProtectionBuilder protection, KeyCertificates certificates)
    {
        if (certificates.Current is { } current)
        {
            protection.ProtectKeysWithCertificate(current);
        }

        if (certificates.Old is { Count: > 0 } old)
        {
            protection.UnprotectKeysWithAnyCertificate([.. old]);
        }
    }
}
