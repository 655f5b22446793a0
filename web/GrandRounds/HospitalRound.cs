using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>A hospital's long stays at a time, longest first, and the progress of that week's round.</summary>
/// <param name="Hospital">The hospital's part of its wards' keys.</param>
/// <param name="Day">The day of the round.</param>
/// <param name="ComparedWith">The day of the round with which stays are compared; null if not known.</param>
/// <param name="Policy">The locality's policy used.</param>
/// <param name="Stays">Only those that the viewer may see; the summary counts all.</param>
public sealed record HospitalRound(
    string Locality,
    string Hospital,
    string Name,
    DateTimeOffset At,
    DateOnly Day,
    DateOnly? ComparedWith,
    LocalityPolicy Policy,
    RoundSummary Summary,
    ImmutableArray<RoundStay> Stays)
{
    /// <param name="sites">The locality's sites as at <paramref name="now"/>.</param>
    /// <param name="before">The same at the end of the previous round's day; null if not known.</param>
    public static HospitalRound Of(
        IReadOnlyCollection<Site> sites, IReadOnlyCollection<Site>? before, RoundHospital hospital, string locality, LocalityPolicy policy, DateTimeOffset now)
    {
        var week = RoundWeek.Of(now, policy);
        var then = before is null ? null : Latest(WardStay.In(before, hospital.Part));
        var stays = WardStay.In(sites, hospital.Part)
            .Where(each => each.Stay.Midnights(now) >= policy.LongStayMidnights)
            .OrderBy(each => each.Stay.AdmittedAt)
            .ThenBy(each => each.Stay.Reference, StringComparer.Ordinal)
            .Select(each => Of(each, then, week, policy, now))
            .ToImmutableArray();
        return new(
            locality, hospital.Part, hospital.Name, now, week.Day, then is null ? null : week.Previous.Day, policy, RoundSummary.Of(stays, policy, now), stays);
    }

    /// <summary>The part a viewer may see: the counts, and the stays at some sites.</summary>
    public HospitalRound With(Func<SiteKey, bool> maySeeStaysAt) => this with { Stays = [.. Stays.Where(stay => maySeeStaysAt(stay.Site))] };

    private static RoundStay Of(WardStay each, Dictionary<string, WardStay>? then, RoundWeek week, LocalityPolicy policy, DateTimeOffset now)
    {
        var midnights = each.Stay.Midnights(now);
        return new(
            each.Ward.Key,
            each.Ward.Details!.Name,
            each.Stay,
            midnights,
            RoundMarks.Reached(midnights, policy),
            each.Stay.DelayedDays(now),
            each.Stay.Round?.Last is { } review && review.Reviewed.At >= week.Begins,
            then is null ? [] : RoundChanges.Of(each, then.GetValueOrDefault(each.Stay.Reference), week.Previous, policy.LongStayMidnights));
    }

    /// <summary>
    /// The stays by reference. Two people should never share one at a time; if by mistake they do, the later stay counts.
    /// </summary>
    private static Dictionary<string, WardStay> Latest(ImmutableArray<WardStay> stays)
    {
        var byReference = new Dictionary<string, WardStay>(StayReferences.Comparer);
        foreach (var each in stays)
        {
            byReference[each.Stay.Reference] = each;
        }

        return byReference;
    }
}
