using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Audit;

/// <summary>The notices for people and administrators, and their acknowledgements.</summary>
internal sealed class Notices(AccessStore store, AccessLog log, Callers callers, TimeProvider clock)
{
    /// <summary>Acts on a person's account that they have not acknowledged.</summary>
    public Task<List<Notice>> OfOwner(string owner, CancellationToken token) => store.Ask(context => OfOwner(context, owner).AsNoTracking().ToListAsync(token), token);

    public static IQueryable<Notice> OfOwner(AccessContext context, string owner) =>
        context.Notices.Where(notice => notice.Owner == owner && notice.ReadByOwner == null).OrderBy(notice => notice.At);

    public Task<IReadOnlyList<Notice>> ToCheck(Caller administrator, CancellationToken token) => store.Ask(context => ToCheck(context, administrator, token), token);

    /// <summary>
    /// The notices for an administrator: within their scopes, and neither done by them nor to them. An administrator who let
    /// themselves in as somebody else cannot acknowledge it for that person.
    /// </summary>
    public static async Task<IReadOnlyList<Notice>> ToCheck(AccessContext context, Caller administrator, CancellationToken token)
    {
        if (administrator.Kind != CallerKind.Person || !administrator.May(Permission.Administer, null))
        {
            return [];
        }

        var unread = await context.Notices.AsNoTracking()
            .Where(notice => notice.ReadByAdministrator == null && notice.Who != administrator.Name && notice.Owner != administrator.Id)
            .OrderBy(notice => notice.At)
            .ToListAsync(token);
        string[] owners = [.. unread.Select(notice => notice.Owner).Distinct()];
        var rows = owners.Length == 0 ? [] : await context.Grants.AsNoTracking().Where(row => owners.Contains(row.Owner)).ToListAsync(token);
        var grantsOf = rows.ToLookup(row => row.Owner, row => new Grant(row.Role, row.Scope));
        var mine = new AdminScope(administrator);
        return [.. unread.Where(notice => mine.Sees([.. grantsOf[notice.Owner]], madeBy: ""))];
    }

    /// <summary>Records that a person has acknowledged what was done to their account.</summary>
    public async Task ReadByOwner(Caller owner, AccessActor by, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await log.Write(by.Entry(clock, Acts.NoticeRead, owner.Name), token);
        await store.Ask(context => OfOwner(context, owner.Id).ExecuteUpdateAsync(notice => notice.SetProperty(each => each.ReadByOwner, now), token), token);
        callers.Forget(CallerKind.Person, owner.Id);
    }

    /// <summary>Records that an administrator has checked another's act.</summary>
    public async Task ReadByAdministrator(Caller administrator, Notice notice, AccessActor by, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await log.Write(by.Entry(clock, Acts.NoticeRead, notice.About, $"{notice.Act} by {notice.Who}"), token);
        await store.Ask(
            context => context.Notices.Where(each => each.Id == notice.Id && each.ReadByAdministrator == null).ExecuteUpdateAsync(
                each => each.SetProperty(one => one.ReadByAdministrator, now).SetProperty(one => one.Administrator, administrator.Name), token),
            token);
        callers.Forget(CallerKind.Person, administrator.Id);
    }
}
