using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CapacityBoard.Nodes;

/// <summary>Opens the store of keys when it is first used, and not when the server is put together.</summary>
internal sealed class KeysWhenUsed(Func<IXmlRepository> open) : IXmlRepository
{
    private readonly Lazy<IXmlRepository> _store = new(open);

    public IReadOnlyCollection<XElement> GetAllElements() => _store.Value.GetAllElements();

    public void StoreElement(XElement element, string friendlyName) => _store.Value.StoreElement(element, friendlyName);
}
