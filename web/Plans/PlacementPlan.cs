using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Plans;

/// <summary>
/// A suggestion for everybody who is medically optimised and waits for a place, and every bed that is free or expected within 24
/// hours, at once. It is a pure function of what is given, whatever its order, and the best by these rules. Each rule counts only between plans that
/// are equal by the rules before it:
/// <list type="number">
/// <item>the most people placed;</item>
/// <item>the longest waits, so also the most nights in sum: nobody is placed instead of somebody who has waited longer;</item>
/// <item>the most beds that are free now, not only expected;</item>
/// <item>preferred homes, in order of preference;</item>
/// <item>the best matching bed types, then beds intended for the care needed;</item>
/// <item>the fewest miles.</item>
/// </list>
/// </summary>
/// <param name="Proposals">The longest wait first.</param>
/// <param name="Arranged">Beds held already; those that nobody has answered come first, the next to end before the others.</param>
/// <param name="LeftOut">The longest wait first.</param>
/// <param name="NeedNoPlace">How many more are medically optimised and go home without new support, or back to their usual residence (pathway 0).</param>
internal sealed record PlacementPlan(
    DateTimeOffset At, ImmutableArray<Proposal> Proposals, ImmutableArray<ArrangedPlace> Arranged, ImmutableArray<LeftOut> LeftOut, int NeedNoPlace)
{
    /// <summary>How many are proposed for a bed that is free now.</summary>
    public int ForNow => Proposals.Count(proposal => proposal.Bed.ExpectedAt is null);

    /// <param name="people">All who may be considered, wherever they are.</param>
    /// <param name="sites">All that may offer a bed.</param>
    /// <param name="heldFor">The beds held for somebody now, at whichever site.</param>
    /// <param name="near">The place that a person's needs name; null if there is none, or it is not known.</param>
    public static PlacementPlan Of(
        IEnumerable<KnownStay> people,
        IReadOnlyCollection<Site> sites,
        Func<KnownStay, IEnumerable<PlaceHeld>> heldFor,
        Func<KnownStay, Place?> near,
        LocalityPolicies policies,
        DateTimeOffset now)
    {
        var closed = sites.Where(site => site.Closed is not null).Select(site => site.Key).ToHashSet();
        var groups = people.OrderBy(person => person.Stay.Optimised?.At)
            .ThenBy(person => person.Stay.Reference, StringComparer.Ordinal).ThenBy(person => person.Site.Key.Value, StringComparer.Ordinal)
            .Select(person => (Person: person, Held: heldFor(person).ToList()))
            .ToLookup(each => GroupOf(each.Person.Stay, each.Held.Count > 0, closed));
        var placing = Placing.Of([.. groups[PlanGroup.Seeks].Select(each => each.Person)], sites, near, policies, now);
        return new(
            now,
            placing.Proposals,
            [
                .. groups[PlanGroup.Arranged].SelectMany(each => each.Held.Select(held => new ArrangedPlace(each.Person, held)))
                    .OrderBy(each => each.StandingAt(now) != HoldStanding.NotAnswered).ThenBy(each => each.NextStep).ThenBy(each => each.Person.Stay.Reference, StringComparer.Ordinal).ThenBy(each => each.Held.Place.Value, StringComparer.Ordinal),
            ],
            [
                .. placing.LeftOut.Concat(groups[PlanGroup.WithoutNeeds].Select(each => new WithoutNeeds(each.Person)))
                    .Concat(groups[PlanGroup.HomeClosed].Select(each => new HomeClosed(each.Person))).OrderBy(each => each.Person.Stay.Optimised!.At),
            ],
            groups[PlanGroup.NeedsNoPlace].Count());
    }

    private static PlanGroup GroupOf(Stay stay, bool isHeldFor, HashSet<SiteKey> closed) => stay switch
    {
        _ when isHeldFor => PlanGroup.Arranged,
        { Optimised: null } => PlanGroup.Stays,
        { GoesBack: true } => closed.Contains(stay.UsualResidence!.Place) ? PlanGroup.HomeClosed : PlanGroup.NeedsNoPlace,
        { Plan.Needs: not null } => PlanGroup.Seeks,
        { Plan.Pathway: Pathway.P0 } => PlanGroup.NeedsNoPlace,
        _ => PlanGroup.WithoutNeeds,
    };

    private enum PlanGroup
    {
        /// <summary>Not medically optimised yet.</summary>
        Stays,
        Arranged,
        Seeks,
        NeedsNoPlace,
        HomeClosed,
        WithoutNeeds,
    }
}
