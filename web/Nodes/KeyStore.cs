using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace CapacityBoard.Nodes;

/// <summary>
/// The keys that protect forms: in the journal's database where it has one, otherwise in its data folder. Opened when
/// first used, and not when the server is put together.
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
