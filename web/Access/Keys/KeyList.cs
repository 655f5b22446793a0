using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Keys;

/// <summary>The keys that an administrator may see, including revoked ones, whose names are still in the journal.</summary>
internal sealed class KeyList(AccessStore store)
{
    public async Task<IReadOnlyList<KeyLine>> Find(AdminScope administrator, CancellationToken token)
    {
        var (keys, rows) = await store.Ask(
            async context => (
                await context.Keys.AsNoTracking().OrderBy(key => key.NameKey).ToListAsync(token),
                await context.Grants.AsNoTracking().Where(row => context.Keys.Any(key => key.Id == row.Owner)).ToListAsync(token)),
            token);
        var rowsOf = rows.ToLookup(row => row.Owner);
        return [.. keys
            .Select(key => new KeyLine(key, [.. rowsOf[key.Id].Select(row => new Grant(row.Role, row.Scope)).Distinct()]))
            .Where(line => line.IsSeenBy(administrator))];
    }
}
