using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace CapacityBoard.Nodes;

/// <summary>
/// The keys that protect sessions and forms: in the journal's database where it has one, otherwise in its data folder.
/// Whoever reads them can sign in as anybody, unless a certificate encrypts them: see <see cref="NodeOptions"/>. Opened
/// when first used, and not when the server is put together.
/// </summary>
internal sealed class KeyStore(IServiceProvider services) : IXmlRepository
{
    private readonly Lazy<IXmlRepository> _store = new(() => services.GetService<NpgsqlDataSource>() is { } source
        ? new PostgresKeys(source)
        : new FileSystemXmlRepository(
            new(services.GetRequiredService<Journal.DataFolder>().PathOf("keys")), services.GetRequiredService<ILoggerFactory>()));

    public IReadOnlyCollection<XElement> GetAllElements() => _store.Value.GetAllElements();

    public void StoreElement(XElement element, string friendlyName) => _store.Value.StoreElement(element, friendlyName);
}
