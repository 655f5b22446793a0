using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Plans;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.Support;

/// <summary>Somebody else who waits: numbers that decide what they need and for how long they have waited.</summary>
internal sealed record RandomPerson(int Needs, int Nights);

/// <summary>Random places, and up to eight people who are medically optimised on one ward.</summary>
internal sealed record RandomWaiting(RandomPlaces Places, int Nights, RandomPerson[] Others)
{
    private const int MostOthers = 7;

    public static Arbitrary<RandomWaiting> Any { get; } = Arb.From(
        from places in RandomPlaces.Any.Generator
        from nights in Gen.Choose(0, 6)
        from others in Gen.ArrayOf(
            from needs in Gen.Choose(0, 63)
            from nights in Gen.Choose(0, 6)
            select new RandomPerson(needs, nights))
        select new RandomWaiting(places, nights, [.. others.Take(MostOthers)]),
        random => random.Others.Select((_, at) => random with { Others = [.. random.Others.Where((_, index) => index != at)] })
            .Concat(RandomPlaces.Any.Shrinker(random.Places).Select(places => random with { Places = places })));

    /// <summary>Builds them through the product's own decisions.</summary>
    public GivenChoices Given()
    {
        var given = Places.Given();
        var ward = GivenChoices.From;
        foreach (var (index, person) in Others.Index())
        {
            var reference = $"W-{index + 2}";
            given.Board.Says(ward, new AdmitStay(reference, $"{index + 2}", AdmittedAt: given.Now.AddDays(-20), HomeLocality: "stockport"))
                .Says(ward, new SetNeeds(reference, RandomPlaces.NeedsOf(person.Needs)));
        }

        foreach (var (index, nights) in Others.Select(person => person.Nights).Prepend(Nights).Index())
        {
            given.Board.Says(ward, new DeclareMedicallyOptimised($"W-{index + 1}", given.Now.AddDays(-nights).AddMinutes(-index % 3)));
        }

        return given;
    }
}

internal static class PlanReading
{
    public static PlacementPlan Plan(this GivenChoices given) => PlacementPlan.Of(given.Waiting(), [.. given.Sites], _ => GivenChoices.Near, given.Board.Policies, given.Now);

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
