using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CapacityBoard.Nodes;

/// <summary>Opens the key store on first use, and not while the server is being assembled.</summary>
internal sealed class KeysWhenUsed(Func<IXmlRepository> open) : IXmlRepository
{
    private readonly Lazy<IXmlRepository> _store = new(open);

    public IReadOnlyCollection<XElement> GetAllElements() => _store.Value.GetAllElements();

    public void StoreElement(XElement element, string friendlyName) => _store.Value.StoreElement(element, friendlyName);
}
