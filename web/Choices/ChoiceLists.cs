using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>Makes choice lists, purely from what is given.</summary>
public static class ChoiceLists
{
    /// <param name="sites">
    /// Sites as at <paramref name="version"/>; those that the person's needs do not lead to are ignored.
    /// </param>
    /// <param name="policies">Decide whether each locality's figures are fresh, ageing or stale.</param>
    public static ChoiceList Make(Sought sought, IEnumerable<Site> sites, LocalityPolicies policies, DateTimeOffset now, long version)
    {
        var all = sites.ToList();
        var home = TheirHome.Of(sought.From, sought.Stay, all);
        var fits = all.Where(site => sought.Considers(site) && site.Key != home?.Site)
            .Select(site => Fit.Of(site, sought, policies.Of(site.Key.Locality, now), now))
            .Select(fit => (Fit: fit, Reasons: Exclusions.Of(fit))).ToList();
        var listed = fits.Where(each => each.Reasons.IsEmpty).Select(each => each.Fit).OrderBy(ChoiceRank.Of).ToList();
        return new(
            sought.From,
            sought.Stay.Reference,
            sought.Needs,
            sought.Near,
            now,
            version,
            [.. listed.Where(fit => fit.IsFreeNow).Select(ListedSite.Of)],
            [.. listed.Where(fit => fit.IsFreeSoon).Select(ListedSite.Of)],
            [.. listed.Where(fit => fit is { IsFreeNow: false, IsFreeSoon: false }).Select(ListedSite.Of)],
            [
                .. fits.Where(each => !each.Reasons.IsEmpty)
                    .Select(each => new ExcludedSite(each.Fit.Site.Key, each.Fit.Details, each.Fit.Kilometres, each.Reasons))
                    .OrderBy(site => site.Details.Name, StringComparer.OrdinalIgnoreCase).ThenBy(site => site.Site.Value, StringComparer.Ordinal),
            ],
            HeldOf(sought, all, now),
            home);
    }

    /// <summary>Beds held for the person at all given sites, including those not on the list.</summary>
    private static ImmutableArray<HeldBed> HeldOf(Sought sought, List<Site> sites, DateTimeOffset now) =>
    [
        .. sites.Where(site => site.Kind != SiteKind.Ward)
            .SelectMany(site => site.Capacity.LiveHolds(now).Where(sought.IsTheirs), HeldBed.Of)
            .OrderBy(held => held.Until).ThenBy(held => held.Site.Value, StringComparer.Ordinal),
    ];
}
