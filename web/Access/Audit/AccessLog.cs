using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Access.Store;
using CapacityBoard.Sites;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Who saw, did or was refused what, and from where. A line is on disk before the answer is sent. Repeated views and refusals
/// within 15 minutes share one line, since an open page reloads itself at every change.
/// </summary>
internal sealed class AccessLog(AccessStore store, BoardMetrics metrics, TimeProvider clock)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan OneView = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<View, Recorded> _views = new();

    /// <exception cref="Journal.JournalUnavailableException">
    /// The line cannot be written, so the act must not happen either.
    /// </exception>
    public async Task Write(AccessEntry entry, CancellationToken token = default)
    {
        await store.Add(entry, token);
        if (entry.Act is Acts.SignedIn or Acts.SignInFailed or Acts.LockedOut)
        {
            metrics.SignIn(entry.Act);
        }
    }

    /// <summary>
    /// Records what a request's caller saw or did, even if they have disconnected, because it was done. It takes no longer than
    /// the database's own timeouts.
    /// </summary>
    /// <param name="who">Their name; by default the name of the request's caller.</param>
    /// <inheritdoc cref="Write(AccessEntry, CancellationToken)"/>
    public Task Write(
        HttpContext http, string act, string? about = null, string? stay = null, string? operation = null, string? note = null, string? who = null) =>
        Write(
            new()
            {
                At = clock.GetUtcNow(),
                Who = who ?? http.Caller()?.Name ?? "nobody",
                Act = act,
                About = about,
                Stay = stay,
                Operation = operation,
                Address = Addresses.TextOf(http.Connection.RemoteIpAddress),
                Note = note,
            });

    /// <summary>
    /// Records which stays of a site were shown. Within 15 minutes, only stays not shown before are recorded again.
    /// </summary>
    /// <param name="stays">The references shown; null stands for no reference.</param>
    /// <param name="asAt">The past time that was viewed; null for now. All times of one day count as one view.</param>
    /// <exception cref="Journal.JournalUnavailableException">The view cannot be recorded, so it must not be shown.</exception>
    public Task RecordView(HttpContext http, SiteKey site, IEnumerable<string?> stays, DateTimeOffset? asAt = null) => RecordView(
        http, Acts.SawStays, site.Value, stays, asAt is { } past ? LocalDay.Of(past).ToString("'as at' d MMMM yyyy", CultureInfo.InvariantCulture) : null);

    /// <summary>The same for stays at several sites.</summary>
    /// <inheritdoc cref="RecordView(HttpContext, SiteKey, IEnumerable{string?}, DateTimeOffset?)"/>
    public async Task RecordView(HttpContext http, IEnumerable<(SiteKey Site, string? Stay)> stays, DateTimeOffset? asAt = null)
    {
        foreach (var site in stays.GroupBy(each => each.Site, each => each.Stay))
        {
            await RecordView(http, site.Key, site, asAt);
        }
    }

    /// <summary>Records stays that were read in the audit itself.</summary>
    /// <param name="about">The one place that the reader administers; null if there are several.</param>
    public Task RecordAuditView(HttpContext http, string? about, IEnumerable<string?> stays) => RecordView(http, Acts.SawAudit, about, stays, null);

    /// <summary>
    /// Records a person's completed command. A machine's command is only in the journal, since its key identifies the source.
    /// </summary>
    public Task RecordChange(HttpContext http, SiteKey site, SiteCommand command, string operation) => http.Caller()!.Kind == CallerKind.Person
        ? Write(http, Acts.Of(command), site.Value, Acts.StayOf(command), operation)
        : Task.CompletedTask;

    /// <summary>Records a request that was refused for lack of permission.</summary>
    /// <param name="about">The site or locality; null for neither.</param>
    /// <param name="what">What was requested, in a few words.</param>
    /// <param name="stay">The reference of the stay concerned; null for none.</param>
    /// <param name="hasOwnLine">Called for each refusal that does not repeat the last; false if it gets no line.</param>
    public Task RecordRefusal(HttpContext http, Caller caller, string? about, string what, string? stay, Func<bool> hasOwnLine) =>
        Once(http, caller, Acts.Refused, about, stay is null ? [] : [stay], what, hasOwnLine);

    private async Task RecordView(HttpContext http, string act, string? about, IEnumerable<string?> stays, string? note)
    {
        var seen = stays.OfType<string>().ToImmutableHashSet(StringComparer.Ordinal);
        await (seen.IsEmpty ? Task.CompletedTask : Once(http, http.Caller()!, act, about, seen, note));
    }

    private async Task Once(
        HttpContext http, Caller caller, string act, string? about, ImmutableHashSet<string> stays, string? note, Func<bool>? hasOwnLine = null)
    {
        var view = new View(caller.Kind, caller.Id, act, about, note, Addresses.TextOf(http.Connection.RemoteIpAddress));
        var before = _views.TryGetValue(view, out var recorded) && IsRecent(recorded) ? recorded : null;
        var more = stays.Except(before?.Stays ?? []);
        if ((before is not null && more.IsEmpty) || hasOwnLine?.Invoke() == false)
        {
            return;
        }

        await Write(http, act, about, StayList.Of(more), note: note, who: caller.Name);
        Forget();
        _views[view] = new(before?.Since ?? clock.GetTimestamp(), stays.Union(before?.Stays ?? []));
    }

    private bool IsRecent(Recorded recorded) => clock.GetElapsedTime(recorded.Since) < OneView;

    private void Forget()
    {
        if (_views.Count < MostRemembered)
        {
            return;
        }

        foreach (var view in _views.Where(each => !IsRecent(each.Value)))
        {
            _views.TryRemove(view);
        }
    }

    private sealed record View(CallerKind Kind, string Id, string Act, string? About, string? Note, string Address);

    private sealed record Recorded(long Since, ImmutableHashSet<string> Stays);
}
