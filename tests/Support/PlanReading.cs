using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Holds;
using CapacityBoard.Plans;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support;

/// <summary>People who wait beside the one of <see cref="GivenChoices"/>, and the plan for all of them.</summary>
internal static class PlanReading
{
    public static PlacementPlan Plan(this GivenChoices given) => given.Plan(given.Waiting(), given.Sites);

    public static PlacementPlan Plan(this GivenChoices given, IEnumerable<KnownStay> people, IEnumerable<Site> sites) =>
        PlacementPlan.Of(people, [.. sites], PlacesHeld.LiveFor(sites, given.Now), _ => GivenChoices.Near, given.Board.Policies, given.Now);

    /// <summary>Somebody else on the ward, medically optimised for some nights.</summary>
    public static GivenChoices Waits(this GivenChoices given, string stay, Needs? needs, int nights, int minutes = 0)
    {
        given.Board.Says(GivenChoices.From, new AdmitStay(stay, stay, AdmittedAt: given.Now.AddDays(-100), HomeLocality: "stockport"));
        if (needs is not null)
        {
            given.Board.Says(GivenChoices.From, new SetNeeds(stay, needs));
        }

        return given.Optimised(stay, nights, minutes);
    }

    public static GivenChoices Optimised(this GivenChoices given, string stay, int nights, int minutes = 0)
    {
        given.Board.Says(GivenChoices.From, new DeclareMedicallyOptimised(stay, given.Now.AddDays(-nights).AddMinutes(-minutes)));
        return given;
    }

    /// <summary>Everybody on the ward.</summary>
    public static IEnumerable<KnownStay> Waiting(this GivenChoices given)
    {
        var ward = given.Board.Find(GivenChoices.From);
        return ward.Stays.All.Select(stay => new KnownStay(ward, stay));
    }

    public static Sought SoughtFor(this KnownStay person) => new(person.Site.Key, person.Stay, person.Stay.Plan!.Needs!, GivenChoices.Near);

    public static ChoiceList ChoicesOf(this GivenChoices given, KnownStay person) =>
        ChoiceLists.Make(person.SoughtFor(), given.Sites, given.Board.Policies, given.Now, 1);

    public static IEnumerable<(string Person, string Place)> Placed(this PlacementPlan plan) =>
        plan.Proposals.Select(proposal => (proposal.Person.Stay.Reference, proposal.Bed.Fit.Site.Key.Name));

    /// <summary>All that a plan says, as text.</summary>
    public static IEnumerable<string> Lines(this PlacementPlan plan) => plan.Proposals
        .Select(each => $"{each.Person.Stay.Reference}: {Text(each.Bed)}; better {Text(each.Better)}; next {Text(each.Next)}; {each.Others} others")
        .Concat(plan.Arranged.Select(each => $"{each.Person.Stay.Reference} at {each.Held.Place}"))
        .Concat(plan.LeftOut.Select(each => $"{each with { Person = null! }} {each.Person.Stay.Reference} {string.Join(' ', each is NothingFits fits ? fits.Excluded : [])}"));

    private static string Text(PlannedBed? bed) => bed is null ? "none" : $"{bed.Type} at {bed.Fit.Site.Key} {bed.ExpectedAt:O}";
}
