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
        given.Optimised(GivenChoices.Person, Nights);
        foreach (var (index, person) in Others.Index())
        {
            given.Waits($"W-{index + 2}", RandomPlaces.NeedsOf(person.Needs), person.Nights, minutes: index % 3);
        }

        return given;
    }
}
