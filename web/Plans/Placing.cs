using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Plans;

/// <summary>
/// Finds the best plan in two steps. The first finds who is placed. Sets of people who can all be placed at once form a matroid, so the
/// largest set with the longest waits is found exactly by counting each person's place in the order of waiting, and it is the only one. The second
/// gives each of these people a bed, by <see cref="PairCost"/>.
/// </summary>
internal sealed record Placing(ImmutableArray<Proposal> Proposals, ImmutableArray<LeftOut> LeftOut)
{
    /// <param name="people">Those who seek a place, with their needs, the longest wait first.</param>
    public static Placing Of(IReadOnlyList<KnownStay> people, IReadOnlyCollection<Site> sites, Func<KnownStay, Place?> near, LocalityPolicies policies, DateTimeOffset now)
    {
        var sought = people.Select(person => new Sought(person.Site.Key, person.Stay, person.Stay.Plan!.Needs!, near(person))).ToList();
        var beds = PlannedBeds.Of(sites, now);
        var pairs = PlanPair.All(sought, beds, policies, now);
        var chosen = Chosen(people.Count, beds, pairs);
        var proposals = new Proposals(people, beds, pairs, chosen).All();
        var competition = new Competition(pairs, chosen);
        var hasPairs = pairs.Select(pair => pair.Person).ToHashSet();
        var leftOut = Enumerable.Range(0, people.Count).Where(person => chosen[person] < 0)
            .Select(person => hasPairs.Contains(person) ? OfOutwaited(person) : Unfit.Of(people[person], sought[person], sites, policies, now));
        return new([.. proposals], [.. leftOut]);

        LeftOut OfOutwaited(int person)
        {
            var (placed, unplaced) = competition.Of(person);
            return new Outwaited(people[person], placed.Count, placed.Count + unplaced, placed.Min(each => people[each].Stay.DelayedDays(now)));
        }
    }

    /// <summary>For each person the pair that is proposed, by its place in the list; -1 for none.</summary>
    private static int[] Chosen(int people, IReadOnlyList<PlannedBeds> beds, IReadOnlyList<PlanPair> pairs)
    {
        var room = beds.Select(each => each.Count).ToList();
        var first = Assignment.Of(people, room, [.. pairs.Select(pair => new AssignmentLink(pair.Person, pair.Beds, pair.Person))]);
        var placed = pairs.Index().Where(pair => first[pair.Item.Person] >= 0).ToList();
        if (placed.Count == 0)
        {
            return first;
        }

        var weights = new PairWeights([.. placed.Select(pair => pair.Item.Cost)], first.Count(each => each >= 0), people + beds.Count);
        var second = Assignment.Of(people, room, [.. placed.Select(pair => new AssignmentLink(pair.Item.Person, pair.Item.Beds, weights.Of(pair.Item.Cost)))]);
        return [.. second.Select(each => each < 0 ? each : placed[each].Index)];
    }
}
