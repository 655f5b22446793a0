using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Removes what a demonstration left on a board with real sites, as earlier versions allowed: its accounts, which anybody could
/// use, and the accounts, keys and wallboard links created through them, directly or indirectly.
/// </summary>
internal static class DemonstrationEnd
{
    /// <returns>How many were removed.</returns>
    public static async Task<int> Of(AccessContext context, DateTimeOffset now, CancellationToken token)
    {
        var accounts = Made(await context.Users.ToListAsync(token));
        var names = accounts.Select(account => account.Name).ToHashSet(StringComparer.Ordinal);
        var keys = await context.Keys.Where(key => key.Revoked == null && names.Contains(key.CreatedBy)).ToListAsync(token);
        var links = await context.Links.Where(link => link.Revoked == null && names.Contains(link.CreatedBy)).ToListAsync(token);
        var open = accounts.Where(account => account.Closed is null).ToList();
        open.ForEach(account => (account.Closed, account.SecurityStamp) = (now, Guid.NewGuid().ToString()));
        keys.ForEach(key => key.Revoked = now);
        links.ForEach(link => link.Revoked = now);
        context.AddRange(open.Select(account => EntryOf(now, Acts.AccountClosed, account.Name)));
        context.AddRange(keys.Select(key => EntryOf(now, Acts.KeyRevoked, key.Name)));
        context.AddRange(links.Select(link => EntryOf(now, Acts.WallboardLinkRevoked, link.Name)));
        await context.SaveChangesAsync(token);
        return open.Count + keys.Count + links.Count;
    }

    /// <summary>The demonstration's accounts and everyone they invited, directly or indirectly.</summary>
    private static List<Account> Made(List<Account> all)
    {
        var made = all.Where(account => account.IsDemonstration).ToList();
        for (var next = 0; next < made.Count; next++)
        {
            made.AddRange(all.Where(account => account.CreatedBy == made[next].Name && !made.Contains(account)).ToList());
        }

        return made;
    }

    private static AccessEntry EntryOf(DateTimeOffset now, string act, string about) => new()
    {
        At = now,
        Who = AccessActor.Program.Name,
        Act = act,
        About = about,
        Address = AccessActor.Program.Address,
        Note = "of a demonstration",
    };
}
