using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>How many of a locality's own people are on wards and in units of other localities.</summary>
internal sealed class PeopleElsewhere(string locality)
{
    private readonly SortedDictionary<string, ElsewhereTotal> _sites = new(StringComparer.Ordinal);

    /// <summary>The totals for each place that has any.</summary>
    public ImmutableArray<ElsewhereTotal> Totals =>
    [
        .. _sites.Values.GroupBy(site => (site.Locality, site.Place, site.Name))
            .Select(place => new ElsewhereTotal(
                place.Key.Locality, place.Key.Place, place.Key.Name, place.Sum(site => site.Stays), place.Sum(site => site.MedicallyOptimised)))
            .OrderByDescending(place => place.Stays)
            .ThenBy(place => $"{place.Locality}/{place.Place}", StringComparer.Ordinal),
    ];

    /// <summary>Takes in who is now at a site of another locality. False if no count changes.</summary>
    public bool Take(Site site)
    {
        var own = site.Stays.All.Where(stay => stay.HomeLocality == locality).ToList();
        var before = _sites.GetValueOrDefault(site.Key.Value);
        var now = own.Count == 0
            ? null
            : new ElsewhereTotal(
                site.Key.Locality,
                site.Key.Hospital ?? site.Key.Name,
                site.Details?.Hospital ?? site.Details?.Name ?? Labels.OfPart(site.Key.Name),
                own.Count,
                own.Count(stay => stay.Optimised is not null));
        if (now is null)
        {
            _sites.Remove(site.Key.Value);
        }
        else
        {
            _sites[site.Key.Value] = now;
        }

        return before != now;
    }
}
