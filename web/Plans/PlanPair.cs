using CapacityBoard.Choices;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Plans;

/// <summary>A person and beds that fit them by the rules of their choice list.</summary>
/// <param name="Person">Which of the people, by their place in the list.</param>
/// <param name="Beds">Which of the beds, likewise.</param>
/// <param name="Fit">The site compared with the person's needs, with these beds only.</param>
internal sealed record PlanPair(int Person, int Beds, Fit Fit, PairCost Cost)
{
    /// <summary>Every pair that fits, by person and then by beds.</summary>
    public static IReadOnlyList<PlanPair> All(IReadOnlyList<Sought> people, IReadOnlyList<PlannedBeds> beds, LocalityPolicies policies, DateTimeOffset now)
    {
        var sites = beds.Index().GroupBy(each => each.Item.Site.Key).Select(site => site.ToArray()).ToList();
        var policyOf = sites.Select(site => site[0].Item.Site.Key.Locality).Distinct().ToDictionary(locality => locality, locality => policies.Of(locality, now));
        var pairs = new List<PlanPair>();
        for (var person = 0; person < people.Count; person++)
        {
            foreach (var offered in sites)
            {
                var site = offered[0].Item.Site;
                if (MayFit(people[person], site, offered) && Fit.Of(site, people[person], policyOf[site.Key.Locality], now) is var fit && Exclusions.Of(fit).IsEmpty)
                {
                    Add(pairs, person, fit, offered);
                }
            }
        }

        return pairs;
    }

    /// <summary>False if it is plain that the site cannot fit, so that most sites need not be compared.</summary>
    private static bool MayFit(Sought sought, Site site, (int Index, PlannedBeds Beds)[] offered) =>
        Array.Exists(offered, each => sought.Needs.Types.Contains(each.Beds.Type))
        && sought.Considers(site)
        && !sought.IsTooFar(sought.KilometresTo(site), sought.Needs.Wished.Contains(site.Key));

    /// <summary>Adds the pairs of one site. Its beds that are suspended or of other types are not in the fit.</summary>
    private static void Add(List<PlanPair> pairs, int person, Fit fit, (int Index, PlannedBeds Beds)[] offered)
    {
        foreach (var (index, beds) in offered)
        {
            foreach (var suitable in fit.Beds)
            {
                if (suitable.Type == beds.Type)
                {
                    var only = fit.Beds.Length == 1 ? fit : fit with { Beds = [suitable] };
                    pairs.Add(new(person, index, only, PairCost.Of(only, beds.IsExpected)));
                }
            }
        }
    }
}
