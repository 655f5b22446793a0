using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>
/// Builds a row from a site's state, its locality's policy and the time, with the same functions by which its grain decides.
/// </summary>
internal static class RowBuilder
{
    public static BoardRow Build(Site site, SiteDetails details, long position, LocalityPolicy policy, DateTimeOffset now)
    {
        var showsPeople = site.Kind.RecordsStays() && site is { Closed: null, Unreadable: null };
        return new(
            site.Key,
            site.Kind,
            details.Name,
            details.Hospital,
            details.Neighbourhood,
            details.Postcode,
            details.Position,
            details.Telephone,
            details.Rating,
            policy.FreshnessOf(site.Kind).Of(site, now),
            site.Capacity.Declared,
            View(site.Capacity.Suspensions.FirstOrDefault(suspension => suspension.Type is null && suspension.IsLive(now))),
            site.Closed is null ? [.. site.Capacity.Lines.Select(line => Build(line, site, now))] : [],
            showsPeople ? PeopleFigures.Of(site.Stays, policy, now, site.Key.Locality) : null,
            position,
            site.Closed,
            site.Unreadable?.Since,
            site.Capacity.Requested)
        {
            Waiting = showsPeople ? WaitingFor.Of(site.Stays.All.Where(stay => stay.HomeLocality is null || stay.HomeLocality == site.Key.Locality), now) : [],
        };
    }

    /// <summary>The times at which, under one policy, the row changes without an event; none for a site off the board.</summary>
    public static IEnumerable<DateTimeOffset> Boundaries(Site site, LocalityPolicy policy, DateTimeOffset now)
    {
        if (site.Closed is not null)
        {
            return [];
        }

        var capacity = site.Capacity;
        var freshness = policy.FreshnessOf(site.Kind);
        var justAfter = TimeSpan.FromTicks(1);
        return capacity.Holds.SelectMany(hold => WithADayBefore(hold.Arrival).Append(hold.Until))
            .Concat(capacity.Expected.SelectMany(expected => WithADayBefore(expected.At)))
            .Concat(capacity.Suspensions.Select(suspension => suspension.Until).OfType<DateTimeOffset>())
            .Concat(capacity.Declared is { } declared
                ? [FreshnessPolicy.IsKnownFrom(declared), declared.At + freshness.FreshFor + justAfter, declared.At + freshness.StaleAfter + justAfter]
                : [])
            .Concat(site.Stays.All.IsEmpty ? [] : MiddaysAndMidnights(now));
    }

    public static DateTimeOffset NextBoundary(Site site, LocalityPolicy policy, DateTimeOffset now) =>
        Boundaries(site, policy, now).Where(at => at > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    public static DateTimeOffset LastBoundary(Site site, LocalityPolicy policy, DateTimeOffset now) =>
        Boundaries(site, policy, now).Where(at => at <= now).DefaultIfEmpty(DateTimeOffset.MinValue).Max();

    private static BoardLine Build(BedLine line, Site site, DateTimeOffset now)
    {
        var capacity = site.Capacity;
        var suspension = capacity.SuspensionOf(line.Type, now);
        var expected = capacity.Expected.Where(each => each.Type == line.Type).ToList();
        var leaving = site.Kind == SiteKind.Ward ? site.Stays.All : [];
        return new(
            line.Type,
            line.Total,
            line.Occupied,
            line.Closed,
            line.ClosedBecause,
            capacity.Held(line.Type, now),
            capacity.Available(line, now),
            expected.Count(each => each.IsWithin24Hours(now)) + leaving.Count(stay => stay.IsExpectedToGoWithin24Hours(now)),
            expected.Count(each => each.IsDue(now)) + leaving.Count(stay => stay.IsOverdue(now)),
            capacity.Holds.Count(hold => hold.Type == line.Type && hold.IsArrivingWithin24Hours(now)),
            suspension is null ? 0 : capacity.Unpromised(line, now),
            View(suspension),
            line.Changed);
    }

    private static Suspended? View(Suspension? suspension) =>
        suspension is null ? null : new(suspension.Reason, suspension.Until, suspension.Since);

    private static IEnumerable<DateTimeOffset> WithADayBefore(DateTimeOffset? expected) => expected is { } at ? [at.AddHours(-24), at] : [];

    private static IEnumerable<DateTimeOffset> MiddaysAndMidnights(DateTimeOffset now)
    {
        var today = LocalDay.Of(now);
        return [LocalDay.StartOf(today), LocalDay.FromLocal(today.ToDateTime(new(12, 0))), LocalDay.StartOf(today.AddDays(1))];
    }
}
