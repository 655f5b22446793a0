using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Board;

namespace CapacityBoard.Pages.Admin;

/// <summary>Where an administrator begins.</summary>
internal sealed class IndexModel(AccountList people, Boards boards, TimeProvider clock) : AdminPage(clock)
{
    public int People { get; private set; }

    public int Sites { get; private set; }

    protected override async Task<bool> Load()
    {
        await boards.UpToDate(HttpContext.RequestAborted);
        People = (await people.Find(Mine, null, HttpContext.RequestAborted)).Count(line => line.Account.Closed is null);
        Sites = boards.All.SelectMany(board => board.Sites()).Count(site => Mine.Covers(Scope.Of(site.Key)));
        return true;
    }
}
