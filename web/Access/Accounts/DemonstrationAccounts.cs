using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>A demonstration's people, as whom anybody may sign in.</summary>
internal sealed class DemonstrationAccounts(AccessStore store, BoardKind kind)
{
    public bool AreOpen => kind.IsDemonstration;

    /// <summary>One account for each role; none if this is not a demonstration.</summary>
    public async Task<IReadOnlyList<Account>> Find() => AreOpen
        ? await store.Ask(context => context.Users.AsNoTracking()
            .Where(account => account.IsDemonstration && account.Closed == null).OrderBy(account => account.Created).ThenBy(account => account.Name).ToListAsync())
        : [];
}
