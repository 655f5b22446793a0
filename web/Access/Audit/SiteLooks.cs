using System.Collections.Concurrent;
using System.Globalization;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Sites;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Notes in the access log who saw the people of a site, and from where people's commands came. A page that is open looks
/// again at every change: that is one look, told once in a quarter of an hour.
/// </summary>
internal sealed class SiteLooks(AccessLog log, TimeProvider clock)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Who, string Site, string Address, DateOnly? Day), long> _looks = new();

    /// <param name="stay">The reference of the one stay that was seen; null for all of the site's.</param>
    /// <param name="asAt">The past moment as at which they were seen; null for now. The moments of one day are one look.</param>
    /// <exception cref="Journal.JournalUnavailableException">It cannot be noted, so it is not to be shown.</exception>
    public async Task Saw(HttpContext http, SiteKey site, string? stay = null, DateTimeOffset? asAt = null)
    {
        DateOnly? day = asAt is { } past ? LocalDay.Of(past) : null;
        var look = (http.Caller()!.Id, $"{site} {stay}", Addresses.TextOf(http.Connection.RemoteIpAddress), day);
        if (_looks.TryGetValue(look, out var before) && clock.GetElapsedTime(before) < OneLook)
        {
            return;
        }

        await log.Write(http, Acts.SawStays, site.Value, stay, note: day?.ToString("'as at' d MMMM yyyy", CultureInfo.InvariantCulture));
        Forget();
        _looks[look] = clock.GetTimestamp();
    }

    /// <summary>Notes a person's command that was done. A machine's are in the journal alone: its key tells where it comes from.</summary>
    public Task Did(HttpContext http, SiteKey site, SiteCommand command, string operation) => http.Caller()!.Kind == CallerKind.Person
        ? log.Write(http, Acts.Of(command), site.Value, Acts.StayOf(command), operation)
        : Task.CompletedTask;

    private void Forget()
    {
        if (_looks.Count < MostRemembered)
        {
            return;
        }

        foreach (var (look, at) in _looks.Where(each => clock.GetElapsedTime(each.Value) >= OneLook))
        {
            _looks.TryRemove(new(look, at));
        }
    }
}
