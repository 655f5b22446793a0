using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Commands;

/// <summary>
/// Reads a site now or as at a past time. This node's own fold answers; the site's grain is asked only if the fold lags behind
/// the journal.
/// </summary>
internal sealed class SiteReader(ISiteClient sites, Boards boards, FoldProgress progress, BoardHistory history, LocalityPolicies policies, TimeProvider clock)
{
    /// <summary>The site with everything recorded before the call; null if it was never registered.</summary>
    public async Task<Site?> Read(SiteKey key, CancellationToken token) => await Known(key, await progress.UpToDate(token));

    /// <summary>The site including what a command has just recorded.</summary>
    public async Task<Site?> ReadAfter(Outcome outcome, SiteKey key, CancellationToken token) =>
        outcome.Position is { } position ? await Known(key, await progress.Has(position, token)) : await Read(key, token);

    /// <summary>The time for which a query asks to see a site: now or a past time, with any problems of the query.</summary>
    public AsAt Asked(SiteKey key, Func<DateTimeOffset, DateTimeOffset, AsAt> parse)
    {
        var now = clock.GetUtcNow();
        return parse(now, history.Began(key) ?? now);
    }

    /// <summary>
    /// The site and its policy as at the time asked for. If it was not on the board then, the present with that problem.
    /// </summary>
    /// <param name="site">The site now.</param>
    public async Task<SiteAsAt> At(AsAt asAt, Site site, CancellationToken token)
    {
        if (!asAt.IsPast)
        {
            return new(site, asAt.Now, policies.Of(site.Key.Locality, asAt.Now), asAt);
        }

        var past = await asAt.Read(history, site.Key.Locality, token);
        return past?.Find(site.Key) is { Details: not null } then
            ? new(then, past.At, past.Policy, asAt)
            : await At(asAt.NotOnTheBoard(site.Details!.Name), site, token);
    }

    /// <summary>Another site than the page's own, as at the page's time; null if it was not on the board.</summary>
    public async Task<Site?> Other(AsAt asAt, SiteKey key, CancellationToken token) =>
        asAt.IsPast ? (await asAt.Read(history, key.Locality, token))?.Find(key) : boards.Find(key);

    private async Task<Site?> Known(SiteKey key, bool isUpToDate) => boards.Find(key) is { } known && !isUpToDate ? await sites.Read(known.Kind, key) : boards.Find(key);
}

internal sealed record SiteAsAt(Site Site, DateTimeOffset At, LocalityPolicy Policy, AsAt AsAt);
