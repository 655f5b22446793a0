using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>The accounts that an administrator may see.</summary>
internal sealed class AccountList(AccessStore store)
{
    /// <summary>Accounts whose name or sign-in name contains the words, by name; all accounts if there are no words.</summary>
    public async Task<IReadOnlyList<AccountLine>> Find(AdminScope administrator, string? words, CancellationToken token)
    {
        var wanted = words?.Trim().ToUpperInvariant() ?? "";
        var (accounts, rows) = await store.Ask(
            async context => (
                await context.Users.AsNoTracking()
                    .Where(account => account.NameKey.Contains(wanted) || account.NormalizedUserName!.Contains(wanted))
                    .OrderBy(account => account.NameKey)
                    .ToListAsync(token),
                await context.Grants.AsNoTracking().ToListAsync(token)),
            token);
        var rowsOf = rows.ToLookup(row => row.Owner);
        return [.. accounts.Select(account => new AccountLine(account, [.. rowsOf[account.Id]])).Where(line => line.IsSeenBy(administrator))];
    }

    public async Task<AccountLine> Of(Account account, CancellationToken token) => new(
        account,
        [.. await store.Ask(context => context.Grants.AsNoTracking().Where(row => row.Owner == account.Id).OrderBy(row => row.Id).ToListAsync(token), token)]);
}
