using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Wallboards;

/// <summary>The links of the localities that an administrator looks after.</summary>
internal sealed class WallboardLinkList(AccessStore store)
{
    public async Task<IReadOnlyList<WallboardLink>> Find(AdminScope administrator, CancellationToken token)
    {
        var links = await store.Ask(context => context.Links.AsNoTracking().OrderBy(link => link.Locality).ThenBy(link => link.Name).ToListAsync(token), token);
        return [.. links.Where(link => administrator.Covers(Scope.Parse(link.Locality)))];
    }

    /// <summary>True where a link that lets screens in has the name, in whatever locality: it is who came, in the access log.</summary>
    public async Task<bool> HasName(string name, CancellationToken token)
    {
        var names = await store.Ask(context => context.Links.Where(link => link.Revoked == null).Select(link => link.Name).ToListAsync(token), token);
        return names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
