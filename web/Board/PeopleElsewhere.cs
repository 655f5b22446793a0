using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>How many of a locality's own people are on wards and in units of other localities.</summary>
internal sealed class PeopleElsewhere(string locality)
{
    private readonly SortedDictionary<string, (ElsewhereTotal Total, ImmutableArray<WaitingFor> Waiting)> _sites = new(StringComparer.Ordinal);

    /// <summary>The totals for each place that has any.</summary>
    public ImmutableArray<ElsewhereTotal> Totals =>
    [
        .. _sites.Values.Select(site => site.Total).GroupBy(site => (site.Locality, site.Place, site.Name))
            .Select(place => new ElsewhereTotal(
                place.Key.Locality, place.Key.Place, place.Key.Name, place.Sum(site => site.Stays), place.Sum(site => site.MedicallyOptimised)))
            .OrderByDescending(place => place.Stays)
            .ThenBy(place => $"{place.Locality}/{place.Place}", StringComparer.Ordinal),
    ];

    /// <summary>For what they wait. Nothing wakes the board when time passes elsewhere, so only those who are medically optimised count.</summary>
    public IEnumerable<WaitingFor> Waiting => _sites.Values.SelectMany(site => site.Waiting);

    /// <summary>Takes in who is now at a site of another locality. False if no count changes.</summary>
    public bool Take(Site site)
    {
        var own = site.Stays.All.Where(stay => stay.HomeLocality == locality).ToList();
        if (own.Count == 0)
        {
            return _sites.Remove(site.Key.Value);
        }

        var optimised = own.FindAll(stay => stay.Optimised is not null);
        var total = new ElsewhereTotal(
            site.Key.Locality,
            site.Key.Hospital ?? site.Key.Name,
            site.Details?.Hospital ?? site.Details?.Name ?? Labels.OfPart(site.Key.Name),
            own.Count,
            optimised.Count);
        var waiting = WaitingFor.Of(optimised, DateTimeOffset.MinValue);
        var isSame = _sites.TryGetValue(site.Key.Value, out var before) && before.Total == total && before.Waiting.SequenceEqual(waiting);
        _sites[site.Key.Value] = (total, waiting);
        return !isSame;
    }
}
