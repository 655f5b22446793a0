using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Sites;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Notes in the access log who saw which stays, what somebody may not have who asked for it, and from where people's commands
/// came. A page that is open looks again at every change: that is one look, told once in a quarter of an hour, and again where
/// it shows somebody whom it did not show before.
/// </summary>
internal sealed class SiteLooks(AccessLog log, RefusalCounts refusals, TimeProvider clock)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Look, Noted> _looks = new();

    /// <param name="stays">The references that are shown; what is null is the reference of nobody.</param>
    /// <param name="asAt">The past moment as at which they were seen; null for now. The moments of one day are one look.</param>
    /// <exception cref="Journal.JournalUnavailableException">It cannot be noted, so it is not to be shown.</exception>
    public Task Saw(HttpContext http, SiteKey site, IEnumerable<string?> stays, DateTimeOffset? asAt = null) => Saw(
        http, Acts.SawStays, site.Value, stays, asAt is { } past ? LocalDay.Of(past).ToString("'as at' d MMMM yyyy", CultureInfo.InvariantCulture) : null);

    /// <summary>The same of stays at several sites, each with its own.</summary>
    /// <inheritdoc cref="Saw(HttpContext, SiteKey, IEnumerable{string?}, DateTimeOffset?)"/>
    public async Task Saw(HttpContext http, IEnumerable<(SiteKey Site, string? Stay)> stays, DateTimeOffset? asAt = null)
    {
        foreach (var site in stays.GroupBy(each => each.Site, each => each.Stay))
        {
            await Saw(http, site.Key, site, asAt);
        }
    }

    /// <summary>Somebody read of stays in the audit itself.</summary>
    /// <param name="about">The one place that they administer; null where there are more.</param>
    public Task SawAudit(HttpContext http, string? about, IEnumerable<string?> stays) => Saw(http, Acts.SawAudit, about, stays, null);

    /// <summary>Notes a person's command that was done. A machine's are in the journal alone: its key tells where it comes from.</summary>
    public Task Did(HttpContext http, SiteKey site, SiteCommand command, string operation) => http.Caller()!.Kind == CallerKind.Person
        ? log.Write(http, Acts.Of(command), site.Value, Acts.StayOf(command), operation)
        : Task.CompletedTask;

    /// <summary>Notes what somebody asked for and may not have; of many such at once, how many: see <see cref="RefusalCounts"/>.</summary>
    /// <param name="about">The site or locality; null for neither.</param>
    /// <param name="what">What they asked for, in a few words.</param>
    /// <param name="stay">The reference of the stay that it was about; null for none.</param>
    public Task WasRefused(HttpContext http, Caller caller, string? about, string what, string? stay) =>
        Once(
            http, caller, Acts.Refused, about, stay is null ? [] : [stay], what,
            () => refusals.HasOwnLine(caller, Addresses.TextOf(http.Connection.RemoteIpAddress), what));

    private async Task Saw(HttpContext http, string act, string? about, IEnumerable<string?> stays, string? note)
    {
        var seen = stays.OfType<string>().ToImmutableHashSet(StringComparer.Ordinal);
        await (seen.IsEmpty ? Task.CompletedTask : Once(http, http.Caller()!, act, about, seen, note));
    }

    /// <param name="hasLine">Asked for each that is not the same look: false where it is to have no line.</param>
    private async Task Once(
        HttpContext http, Caller caller, string act, string? about, ImmutableHashSet<string> stays, string? note, Func<bool>? hasLine = null)
    {
        var look = new Look(caller.Kind, caller.Id, act, about, note, Addresses.TextOf(http.Connection.RemoteIpAddress));
        var before = _looks.TryGetValue(look, out var noted) && IsOfNow(noted) ? noted : null;
        var more = stays.Except(before?.Stays ?? []);
        if ((before is not null && more.IsEmpty) || hasLine?.Invoke() == false)
        {
            return;
        }

        await log.Write(http, act, about, StayList.Of(more), note: note, who: caller.Name);
        Forget();
        _looks[look] = new(before?.Since ?? clock.GetTimestamp(), stays.Union(before?.Stays ?? []));
    }

    private bool IsOfNow(Noted noted) => clock.GetElapsedTime(noted.Since) < OneLook;

    private void Forget()
    {
        if (_looks.Count < MostRemembered)
        {
            return;
        }

        foreach (var look in _looks.Where(each => !IsOfNow(each.Value)))
        {
            _looks.TryRemove(look);
        }
    }

    private sealed record Look(CallerKind Kind, string Id, string Act, string? About, string? Note, string Address);

    private sealed record Noted(long Since, ImmutableHashSet<string> Stays);
}
