using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>The people of a demonstration, whom anybody may sign in as.</summary>
internal sealed class DemonstrationAccounts(AccessStore store, BoardKind kind)
{
    public bool AreOpen => kind.IsDemonstration;

    /// <summary>One a role; none where this is no demonstration.</summary>
    public async Task<IReadOnlyList<Account>> Find() => AreOpen
        ? await store.Ask(context => context.Users.AsNoTracking()
            .Where(account => account.IsDemonstration && account.Closed == null).OrderBy(account => account.Created).ThenBy(account => account.Name).ToListAsync())
        : [];
}
