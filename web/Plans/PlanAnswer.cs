using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Plans;

/// <summary>A plan as the API gives it.</summary>
/// <param name="Version">The board's version that the plan was made from.</param>
/// <param name="NeedNoPlace">How many more are medically optimised and go home without new support, or back to their usual residence.</param>
internal sealed record PlanAnswer(
    DateTimeOffset At, long Version, ImmutableArray<ProposedPlace> Proposals, ImmutableArray<HeldPlace> Arranged, ImmutableArray<PersonLeftOut> LeftOut, int NeedNoPlace)
{
    /// <summary>Everybody in it, for the access log.</summary>
    [JsonIgnore]
    public IEnumerable<(SiteKey Site, string? Stay)> Stays =>
        Proposals.Select(each => each.Person).Concat(Arranged.Select(each => each.Person)).Concat(LeftOut.Select(each => each.Person)).Select(person => (person.Site, (string?)person.Stay));

    public static PlanAnswer Of(PlacementPlan plan, long version, Caller caller)
    {
        return new(
            plan.At,
            version,
            [.. plan.Proposals.Select(each => new ProposedPlace(PlanPerson.Of(each.Person, plan.At), Listed(each.Bed), each.Bed.Type, each.Bed.ExpectedAt, [.. PlanWords.WhatChanges(each, plan.At)]))],
            [.. plan.Arranged.Select(each => new HeldPlace(PlanPerson.Of(each.Person, plan.At), each.Held.Place, each.Held.Details.Name, each.Held.Hold.Type, each.Held.Hold.Until, each.Held.Hold.Arrival, each.Held.Hold.Answer))],
            [.. plan.LeftOut.Select(each => new PersonLeftOut(PlanPerson.Of(each.Person, plan.At), PlanWords.Why(each)))],
            plan.NeedNoPlace);

        ListedSite Listed(PlannedBed bed) => caller.May(Permission.SeeBoard, Scope.Parse(bed.Fit.Site.Key.Locality)) ? bed.Listed : bed.Listed.WithoutWords();
    }
}

/// <summary>Somebody who is medically optimised.</summary>
/// <param name="Site">The ward or unit where they are.</param>
/// <param name="Stay">The hospital's own reference.</param>
/// <param name="Nights">For how many nights they have been medically optimised.</param>
internal sealed record PlanPerson(SiteKey Site, string Stay, int Nights)
{
    public static PlanPerson Of(KnownStay person, DateTimeOffset now) => new(person.Site.Key, person.Stay.Reference, person.Stay.DelayedDays(now));
}

/// <summary>A bed proposed for a person.</summary>
/// <param name="Place">The place as the person's choice list has it, with the proposed beds only.</param>
/// <param name="ExpectedAt">When the bed is expected; null if it is free now.</param>
/// <param name="WhatChanges">What would change the proposal, in words.</param>
internal sealed record ProposedPlace(PlanPerson Person, ListedSite Place, BedType Type, DateTimeOffset? ExpectedAt, ImmutableArray<string> WhatChanges);

/// <summary>A bed held for a person already.</summary>
/// <param name="Answer">The place's answer; null if it has not answered.</param>
internal sealed record HeldPlace(PlanPerson Person, SiteKey Place, string Name, BedType Type, DateTimeOffset Until, DateTimeOffset? Arrival, HoldAnswer? Answer);

/// <summary>Somebody for whom nothing is proposed.</summary>
/// <param name="Why">Why not, in words.</param>
internal sealed record PersonLeftOut(PlanPerson Person, string Why);
