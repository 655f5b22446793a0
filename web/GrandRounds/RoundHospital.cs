using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.GrandRounds;

/// <summary>A hospital of a locality that holds rounds.</summary>
/// <param name="Part">Its part of its wards' keys.</param>
public sealed record RoundHospital(string Part, string Name, ImmutableArray<SiteKey> Wards)
{
    /// <summary>A locality's hospitals, the one with most people first.</summary>
    public static ImmutableArray<RoundHospital> Of(IEnumerable<Site> sites) =>
    [
        .. sites.Where(site => site is { Kind: SiteKind.Ward, Closed: null, Details: not null })
            .GroupBy(ward => ward.Key.Hospital!)
            .OrderByDescending(wards => wards.Sum(ward => ward.Stays.All.Length))
            .ThenBy(wards => wards.Key, StringComparer.Ordinal)
            .Select(wards => new RoundHospital(wards.Key, wards.First().Details!.Hospital ?? Labels.OfPart(wards.Key), [.. wards.Select(ward => ward.Key)])),
    ];
}
