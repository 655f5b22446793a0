using System.Collections.Concurrent;
using System.Collections.Immutable;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access;

/// <summary>
/// Who each caller is and what they may do now. Callers are cached for a few seconds, so that a machine's thousand commands a
/// second do not read the database a thousand times. A permission removed on another node ends here within <see cref="Fresh"/>;
/// one removed on this node ends at once.
/// </summary>
/// <param name="board">Limits a demonstration's accounts, which anybody may use, to demonstrations.</param>
internal sealed class Callers(AccessStore store, TimeProvider clock, BoardKind? board = null)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long cached callers stay valid while the database is away; nobody can gain or lose access meanwhile.
    /// </summary>
    private static readonly TimeSpan LongestUnread = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(CallerKind Kind, string Id), Known> _known = new();

    /// <summary>The caller as they are now; null if there is none or their access has ended.</summary>
    /// <exception cref="JournalUnavailableException">The database is away and the caller is not cached.</exception>
    public async ValueTask<Caller?> Find(CallerKind kind, string id, CancellationToken token = default)
    {
        var known = _known.GetValueOrDefault((kind, id));
        var caller = known is not null && clock.GetElapsedTime(known.ReadAt) < Fresh ? known.Caller : await Read(kind, id, known, token);
        return caller?.Until <= clock.GetUtcNow() ? null : caller;
    }

    /// <summary>Drops a caller who has just changed from the cache.</summary>
    public void Forget(CallerKind kind, string id) => _known.TryRemove((kind, id), out _);

    private async Task<Caller?> Read(CallerKind kind, string id, Known? known, CancellationToken token)
    {
        var begun = clock.GetTimestamp();
        try
        {
            var caller = await store.Ask(context => Read(context, kind, id, token), token);
            if (caller is null)
            {
                _known.TryRemove((kind, id), out _);
            }
            else
            {
                _known[(kind, id)] = new(caller, begun);
            }

            return caller;
        }
        catch (JournalUnavailableException) when (known is not null && clock.GetElapsedTime(known.ReadAt) < LongestUnread)
        {
            return known.Caller;
        }
    }

    private async Task<Caller?> Read(AccessContext context, CallerKind kind, string id, CancellationToken token)
    {
        switch (kind)
        {
            case CallerKind.Person:
                var isDemonstration = board is { IsDemonstration: true };
                return await context.Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id && account.Closed == null && (!account.IsDemonstration || isDemonstration), token) is { } account
                    ? await WithNotices(
                        context,
                        new(kind, id, account.Name, account.SecurityStamp ?? "", await GrantsOf(context, id, token), !account.TwoFactorEnabled && !account.IsDemonstration),
                        token)
                    : null;
            case CallerKind.Key:
                return await context.Keys.AsNoTracking().FirstOrDefaultAsync(key => key.Id == id && key.Revoked == null, token) is { } found
                    ? new(kind, id, found.Name, found.SecretHash, await GrantsOf(context, id, token), Until: found.Expires)
                    : null;
            default:
                return await context.Links.AsNoTracking().FirstOrDefaultAsync(link => link.Id == id && link.Revoked == null, token) is { } link
                    ? new(kind, id, link.Name, "", [new(Role.Viewer, Scope.Parse(link.Locality))])
                    : null;
        }
    }

    private static async Task<Caller> WithNotices(AccessContext context, Caller person, CancellationToken token) => person with
    {
        HasNotices = await Notices.OfOwner(context, person.Id).AnyAsync(token),
        HasNoticesOfOthers = (await Notices.ToCheck(context, person, token)).Count > 0,
    };

    private static async Task<ImmutableArray<Grant>> GrantsOf(AccessContext context, string owner, CancellationToken token) =>
        [.. (await context.Grants.AsNoTracking().Where(grant => grant.Owner == owner).ToListAsync(token)).Select(grant => new Grant(grant.Role, grant.Scope)).Distinct()];

    private sealed record Known(Caller Caller, long ReadAt);
}
