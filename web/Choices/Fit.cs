using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>One site compared with one person's needs.</summary>
/// <param name="Beds">Suitable beds that are not suspended, most suitable first.</param>
/// <param name="Suspended">Beds that would be suitable but are suspended.</param>
/// <param name="Wish">0 for the first preferred home, 1 for the next; null if it is not one.</param>
internal sealed record Fit(
    Site Site,
    Sought Sought,
    DateTimeOffset Now,
    Freshness Freshness,
    ImmutableArray<ListedBeds> Beds,
    ImmutableArray<(BedType Type, Suspension Suspension)> Suspended,
    double? Kilometres,
    int? Wish)
{
    public SiteDetails Details => Site.Details!;

    public bool IsFreeNow => Beds.Any(beds => beds.Free > 0);

    public bool IsFreeSoon => !IsFreeNow && Beds.Any(beds => !beds.Expected.IsEmpty);

    /// <summary>The beds that decide the place's rank: the most suitable that are free, or expected, or else of all.</summary>
    public ListedBeds Offered => ListedBeds.Offered(Beds);

    /// <summary>How many of the person's care needs the offered beds are not intended for.</summary>
    public int Unmet => Count(Sought.Needs.Nursing, Care.HasNursing(Offered.Type)) + Count(Sought.Needs.Dementia, Care.IsForDementia(Offered.Type));

    public Hold? Held => Site.Capacity.LiveHolds(Now).FirstOrDefault(Sought.IsTheirs);

    /// <summary>The open enquiry here about this person; null if there is none.</summary>
    public Enquiry? Asked => Site.Enquiries.About(Sought.Stay.Reference, Sought.From);

    public static Fit Of(Site site, Sought sought, LocalityPolicy policy, DateTimeOffset now)
    {
        var (beds, suspended) = Suitable(site.Capacity, sought.Needs, now);
        var wish = sought.Needs.Wished.IndexOf(site.Key);
        return new(
            site,
            sought,
            now,
            policy.FreshnessOf(site.Kind).Of(site, now),
            beds.Sort(static (one, other) => one.Suits.CompareTo(other.Suits)),
            suspended,
            sought.KilometresTo(site),
            wish < 0 ? null : wish);
    }

    /// <summary>A plan compares every person with every place, so this allocates no more than it returns.</summary>
    private static (ImmutableArray<ListedBeds> Beds, ImmutableArray<(BedType Type, Suspension Suspension)> Suspended) Suitable(Capacity capacity, Needs needs, DateTimeOffset now)
    {
        ImmutableArray<ListedBeds> beds = [];
        ImmutableArray<(BedType Type, Suspension Suspension)> suspended = [];
        foreach (var line in capacity.Lines)
        {
            if (needs.Types.IndexOf(line.Type) is var suits and >= 0)
            {
                (beds, suspended) = capacity.SuspensionOf(line.Type, now) is { } suspension
                    ? (beds, suspended.Add((line.Type, suspension)))
                    : (beds.Add(Of(line, capacity, suits, now)), suspended);
            }
        }

        return (beds, suspended);
    }

    private static ListedBeds Of(BedLine line, Capacity capacity, int suits, DateTimeOffset now) => new(
        line.Type,
        suits,
        line.Total,
        capacity.Available(line, now),
        capacity.Expected.IsEmpty ? [] : capacity.ExpectedWithin24Hours(line.Type, now));

    private static int Count(bool isNeeded, bool? isMet) => isNeeded && isMet == false ? 1 : 0;
}
