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
        var sites = beds.Index().GroupBy(each => each.Item.Site.Key)
            .Select(site => (Beds: site.ToList(), Policy: policies.Of(site.Key.Locality, now))).ToList();
        return
        [
            .. people.Index().SelectMany(person => sites.SelectMany(site => Of(person.Index, person.Item, site.Beds, site.Policy, now))),
        ];
    }

    private static IEnumerable<PlanPair> Of(int person, Sought sought, List<(int Index, PlannedBeds Item)> beds, LocalityPolicy policy, DateTimeOffset now)
    {
        var site = beds[0].Item.Site;
        if (!beds.Exists(each => sought.Needs.Types.Contains(each.Item.Type)) || !sought.Considers(site)
            || sought.IsTooFar(sought.KilometresTo(site), sought.Needs.Wished.Contains(site.Key)))
        {
            return [];
        }

        var fit = Fit.Of(site, sought, policy, now);
        return Exclusions.Of(fit).IsEmpty ? beds.Select(each => Of(person, each.Index, each.Item, fit)).OfType<PlanPair>() : [];
    }

    /// <summary>Null if the beds are of a type that does not suit, or is suspended.</summary>
    private static PlanPair? Of(int person, int index, PlannedBeds beds, Fit fit)
    {
        if (fit.Beds.FirstOrDefault(each => each.Type == beds.Type) is not { } suitable)
        {
            return null;
        }

        var only = fit.Beds.Length == 1 ? fit : fit with { Beds = [suitable] };
        return new(person, index, only, PairCost.Of(only, beds.IsExpected));
    }
}
