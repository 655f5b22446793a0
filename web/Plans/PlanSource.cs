using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Holds;
using CapacityBoard.People;
using CapacityBoard.Policies;
using CapacityBoard.Postcodes;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Plans;

/// <summary>Makes a locality's plan from this node's boards, anew at each call: nothing of it is kept.</summary>
internal sealed class PlanSource(Boards boards, FoldProgress progress, LocalityPolicies policies, KnownPostcodes postcodes, TimeProvider clock)
{
    /// <summary>
    /// The plan for the people whom a caller may see: the locality's own wherever they are, and others in its hospitals and units. Null if there is no such
    /// locality.
    /// </summary>
    public async Task<(PlacementPlan Plan, long Version)?> Read(string locality, Caller caller, CancellationToken token)
    {
        await progress.UpToDate(token);
        if (boards.Find(locality)?.Version is not { } version)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var sites = boards.All.SelectMany(board => board.Sites()).Where(site => site.Details is not null).ToList();
        var concerned = LocalityPeople.Of(locality, sites, new(), now);
        var people = concerned.Own.Concat(concerned.Others).Where(person => caller.MaySee(person.Site.Key, person.Stay.HomeLocality)).ToList();
        var near = new NearPlaces(boards, sites, postcodes.Now);
        var localities = people.SelectMany(person => LocalitiesFor(person, near)).ToHashSet(StringComparer.Ordinal);
        var offering = sites.Where(site => localities.Contains(site.Key.Locality)).ToList();
        return (PlacementPlan.Of(people, offering, PlacesHeld.LiveFor(sites, now), near.Of, policies, now), version);
    }

    /// <summary>Those with places that a person's choice list considers, so that no others are looked through for everybody.</summary>
    private IEnumerable<string> LocalitiesFor(KnownStay person, NearPlaces near) => person.Stay switch
    {
        { Optimised: not null, GoesBack: true, UsualResidence: { } residence } => [residence.Place.Locality],
        { Optimised: not null, Plan.Needs: { } needs } stay => ChoiceListSource.InReach(boards, new(person.Site.Key, stay, needs, near.Of(person)))
            .Concat(needs.Wished.Select(wished => wished.Locality))
            .Concat([person.Site.Key.Locality, stay.HomeLocality ?? person.Site.Key.Locality]),
        _ => [],
    };
}
