using CapacityBoard.History;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Changes;

/// <summary>What happened at a locality's sites since a time, from the journal.</summary>
public sealed class ChangeFeed(IJournalSearch search, BoardHistory history)
{
    /// <summary>
    /// How far before the time's last known entry the journal is read: nodes' clocks differ, so that an entry may be recorded
    /// before one that was decided earlier.
    /// </summary>
    private const int Overlap = 1_000;

    /// <summary>The most entries that are read at once; a locality of 130 sites makes some 2,000 in a day.</summary>
    public const int Most = 10_000;

    /// <param name="site">The only site; null for all of the locality.</param>
    /// <returns>
    /// Newest first, none if the locality is not known; and since when, which is later than asked if there would be too many.
    /// </returns>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    public async Task<(IReadOnlyList<SiteChange> Changes, DateTimeOffset Since)> Since(string locality, SiteKey? site, DateTimeOffset since, CancellationToken token)
    {
        if (await history.At(locality, since, token) is not { } past)
        {
            return ([], since);
        }

        var states = past.Sites.ToDictionary(each => each.Key);
        var entries = await search.Search(new(Under: site?.Value ?? locality, After: Math.Max(0, past.Version - Overlap)), Most, token);
        return entries.Count == Most && entries[^1].At > since
            ? await Since(locality, site, entries[^1].At, token)
            : ([.. entries.Reverse().Select(entry => Take(entry, states)).OfType<SiteChange>().Reverse()], since);
    }

    /// <summary>Null for an entry from before the time, which the site's state has already.</summary>
    private static SiteChange? Take(JournalEntry entry, Dictionary<SiteKey, Site> states)
    {
        var before = states.GetValueOrDefault(entry.Site) ?? (entry.Event is SiteRegistered e ? Site.Empty(e.Details.Kind, entry.Site) : null);
        if (before is null || entry.Version <= before.Version)
        {
            return null;
        }

        return new(entry, before, states[entry.Site] = before.Apply(entry));
    }
}
