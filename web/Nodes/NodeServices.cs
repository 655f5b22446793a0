using CapacityBoard.Journal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CapacityBoard.Nodes;

/// <summary>
/// What the web nodes of one journal share besides it: in its database, or beside the journal if there is only one node.
/// </summary>
internal static class NodeServices
{
    /// <summary>
    /// The logging category that warns of each new key stored in plain text. Whether that is acceptable is decided once, when the
    /// server is set up: see <see cref="NodeOptions.KeyCertificate"/>.
    /// </summary>
    private const string KeysAreInPlainText = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A certificate cannot be used.</exception>
    public static void AddNodes(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("capacity-board").ProtectKeysWith(KeyCertificates.Read(builder.Configuration));
        services.AddDbContext<KeyContext>((provider, context) => context.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) => keys.XmlRepository = new KeysWhenUsed(() => KeysOf(provider)));
        services.AddHostedService<SharedKeys>();
        services.AddSingleton(LocksOf);
        builder.Logging.AddFilter(KeysAreInPlainText, LogLevel.Error);
    }

    public static INodeLocks LocksOf(IServiceProvider provider) => provider.GetService<NpgsqlDataSource>() is { } source
        ? new PostgresLocks(source, provider.GetRequiredService<TimeProvider>())
        : new LocalLocks();

    /// <summary>
    /// In the journal's database if there is one, otherwise in its data folder. Whoever reads the keys can sign in as anybody,
    /// unless a certificate encrypts them: see <see cref="NodeOptions"/>.
    /// </summary>
    private static IXmlRepository KeysOf(IServiceProvider provider)
    {
        var logs = provider.GetRequiredService<ILoggerFactory>();
        return provider.GetService<NpgsqlDataSource>() is not null
            ? new EntityFrameworkCoreXmlRepository<KeyContext>(provider, logs)
            : new FileSystemXmlRepository(new(provider.GetRequiredService<DataFolder>().PathOf("keys")), logs);
    }

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
