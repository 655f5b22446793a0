using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Plans;

/// <summary>Says why no bed fits somebody, by the choice list's reasons.</summary>
internal static class Unfit
{
    public static NothingFits Of(KnownStay person, Sought sought, IEnumerable<Site> sites, LocalityPolicies policies, DateTimeOffset now)
    {
        var reasons = sites.Where(site => HasType(site, sought) && sought.Considers(site))
            .Select(site => Exclusions.Of(Fit.Of(site, sought, policies.Of(site.Key.Locality, now), now)).Select(exclusion => exclusion.Reason).ToList()).ToList();
        return new(
            person,
            reasons.Count(each => each.Count == 0),
            [
                .. reasons.SelectMany(each => each).CountBy(reason => reason)
                    .OrderByDescending(each => each.Value).ThenBy(each => each.Key).Select(each => (each.Key, each.Value)),
            ]);
    }

    /// <summary>Nobody expects a place without a suitable bed type on the list.</summary>
    private static bool HasType(Site site, Sought sought) => site.Capacity.Lines.Any(line => sought.Needs.Types.Contains(line.Type));
}
