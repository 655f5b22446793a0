using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Ends what a demonstration left on a board that has real sites too, as earlier versions let it: its people, whom anybody
/// could be, and the accounts, keys and wallboard links that they made, and that those made.
/// </summary>
internal static class DemonstrationEnd
{
    /// <returns>How many were ended.</returns>
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

    /// <summary>The demonstration's people and whomever they invited, and whom these did.</summary>
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
