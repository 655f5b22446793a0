using CapacityBoard.Access.Store;
using CapacityBoard.Board;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>The people of a demonstration, whom anybody may sign in as while the board shows one and nothing else.</summary>
internal sealed class DemonstrationAccounts(AccessStore store, Boards boards, IConfiguration configuration)
{
    public const string Setting = "Demonstration:Enabled";

    public bool AreOpen => configuration.GetValue<bool>(Setting) && boards.ShowsDemonstration;

    /// <summary>One a role; none where this is no demonstration.</summary>
    public async Task<IReadOnlyList<Account>> Find() => AreOpen
        ? await store.Ask(context => context.Users.AsNoTracking()
            .Where(account => account.IsDemonstration && account.Closed == null).OrderBy(account => account.Created).ThenBy(account => account.Name).ToListAsync())
        : [];
}
