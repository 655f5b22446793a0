using System.Collections.Concurrent;
using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>
/// The wards and units that have people whose usual residence is a place, kept as the journal is folded, so that a place's page need not
/// look through the people of every locality.
/// </summary>
public sealed class ResidentIndex
{
    private readonly ConcurrentDictionary<SiteKey, ImmutableHashSet<SiteKey>> _sites = [];

    /// <summary>The wards and units with residents of a place; none for most places.</summary>
    public IReadOnlyCollection<SiteKey> SitesWith(SiteKey place) => _sites.GetValueOrDefault(place, []);

    /// <summary>Takes in a ward's or unit's people after an entry. Only one thread folds entries.</summary>
    /// <param name="before">Null at the site's beginning.</param>
    internal void Take(Site? before, Site after)
    {
        if (before?.Stays == after.Stays)
        {
            return;
        }

        var (had, has) = (PlacesOf(before), PlacesOf(after));
        foreach (var place in has.Except(had))
        {
            _sites[place] = _sites.GetValueOrDefault(place, []).Add(after.Key);
        }

        foreach (var place in had.Except(has))
        {
            _sites[place] = _sites.GetValueOrDefault(place, []).Remove(after.Key);
        }
    }

    private static HashSet<SiteKey> PlacesOf(Site? site) => site is null ? [] : [.. site.Stays.All.Select(stay => stay.UsualResidence?.Place).OfType<SiteKey>()];
}
