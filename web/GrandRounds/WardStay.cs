using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>A stay with the ward it is on.</summary>
internal sealed record WardStay(Site Ward, Stay Stay)
{
    /// <summary>
    /// Everyone on a hospital's open wards, once each: a person accepted by a ward counts there, even before the ward they left
    /// has recorded it.
    /// </summary>
    public static ImmutableArray<WardStay> In(IEnumerable<Site> sites, string hospital)
    {
        var wards = sites.Where(site => site.Kind == SiteKind.Ward && site.Key.Hospital == hospital && site is { Closed: null, Details: not null }).ToList();
        var all = wards.SelectMany(ward => ward.Stays.All, (ward, stay) => new WardStay(ward, stay)).ToList();
        var here = all.Select(each => (each.Ward.Key, each.Stay.Reference)).ToHashSet();
        return [.. all.Where(each => each.Stay.Transfer is not { } transfer || !here.Contains((transfer.To, each.Stay.Reference)))];
    }
}
