using CapacityBoard.Access.Schemes;
using CapacityBoard.Access.Store;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Access.Audit;

/// <summary>Who saw or did what, from where. A line is on disk before what it tells of is answered for.</summary>
internal sealed class AccessLog(AccessStore store, BoardMetrics metrics, TimeProvider clock)
{
    /// <exception cref="Journal.JournalUnavailableException">It cannot be written: what it tells of is not to be done either.</exception>
    public async Task Write(AccessEntry entry, CancellationToken token = default)
    {
        await store.Add(entry, token);
        if (entry.Act is Acts.SignedIn or Acts.SignInFailed or Acts.LockedOut)
        {
            metrics.SignIn(entry.Act);
        }
    }

    /// <summary>
    /// Notes what the caller of a request saw or did, also where they have gone meanwhile: what was done is done. It takes no
    /// longer than the database's own timeouts.
    /// </summary>
    /// <param name="who">Their name; that of the request's caller where not given.</param>
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
}
