using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Wallboards;

/// <summary>The links of the localities that an administrator manages.</summary>
internal sealed class WallboardLinkList(AccessStore store)
{
    public async Task<IReadOnlyList<WallboardLink>> Find(AdminScope administrator, CancellationToken token)
    {
        var links = await store.Ask(context => context.Links.AsNoTracking().OrderBy(link => link.Locality).ThenBy(link => link.Name).ToListAsync(token), token);
        return [.. links.Where(link => administrator.Covers(Scope.Parse(link.Locality)))];
    }

    /// <summary>True if a link in use in any locality has the name, since the access log uses it as who came.</summary>
    public async Task<bool> HasName(string name, CancellationToken token)
    {
        var names = await store.Ask(context => context.Links.Where(link => link.Revoked == null).Select(link => link.Name).ToListAsync(token), token);
        return names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
