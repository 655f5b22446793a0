using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Plans;

/// <summary>
/// Every set of people who can be placed at once, and the best that a plan with just these people can be: found by trying each bed for nobody
/// and for everybody it fits.
/// </summary>
internal static class EveryPlan
{
    /// <summary>By set, in which bit i stands for the i-th person.</summary>
    public static Dictionary<int, PlanSum> Of(GivenChoices given, List<KnownStay> people)
    {
        var best = new Dictionary<int, PlanSum> { [0] = default };
        foreach (var fits in Beds(given, people))
        {
            foreach (var (set, sum) in best.ToList())
            {
                foreach (var (person, cost) in fits.Where(each => (set & (1 << each.Person)) == 0))
                {
                    var (with, after) = (set | (1 << person), sum.With(cost));
                    best[with] = best.TryGetValue(with, out var known) && known.CompareTo(after) < 0 ? known : after;
                }
            }
        }

        return best;
    }

    public static List<KnownStay> In(int set, List<KnownStay> people) => [.. people.Where((_, index) => (set & (1 << index)) > 0)];

    /// <summary>Each single bed, with whom it fits.</summary>
    private static IEnumerable<List<(int Person, PairCost Cost)>> Beds(GivenChoices given, List<KnownStay> people)
    {
        var lists = people.Select(given.ChoicesOf).ToList();
        return given.Sites.Where(site => site.Kind != SiteKind.Ward)
            .SelectMany(site => site.Capacity.Lines.SelectMany(line => Enumerable.Repeat((Site: site, line.Type, IsExpected: false), site.Capacity.Available(line, given.Now))
                .Concat(site.Capacity.Expected.Where(each => each.Type == line.Type && each.IsWithin24Hours(given.Now)).Select(_ => (Site: site, line.Type, IsExpected: true)))))
            .Select(bed => people.Index().Where(person => Offers(lists[person.Index], bed.Site, bed.Type))
                .Select(person => (person.Index, CostOf(given, person.Item, bed.Site, bed.Type, bed.IsExpected))).ToList());
    }

    private static bool Offers(ChoiceList list, Site site, BedType type) =>
        list.Held.IsEmpty && list.Listed().Any(each => each.Site == site.Key && each.Beds.Any(beds => beds.Type == type));

    private static PairCost CostOf(GivenChoices given, KnownStay person, Site site, BedType type, bool isExpected)
    {
        var fit = Fit.Of(site, person.SoughtFor(), given.Board.Policies.Of(site.Key.Locality, given.Now), given.Now);
        return PairCost.Of(fit with { Beds = [fit.Beds.Single(beds => beds.Type == type)] }, isExpected);
    }
}

/// <summary>The costs of a plan, added up level by level.</summary>
internal readonly record struct PlanSum(int Later, int Wish, int Match, int Distance) : IComparable<PlanSum>
{
    public PlanSum With(PairCost cost) => new(Later + cost.Later, Wish + cost.Wish, Match + cost.Match, Distance + cost.Distance);

    public int CompareTo(PlanSum other) => (Later, Wish, Match, Distance).CompareTo((other.Later, other.Wish, other.Match, other.Distance));
}
