using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.Support;

/// <summary>One random place: numbers that decide what it is and what happened to it.</summary>
internal sealed record RandomPlace(int Type, int Free, int Rating, int Kilometres, int Ago, int Befell, int Elsewhere);

/// <summary>A person's random needs, and random places around them.</summary>
internal sealed record RandomPlaces(int Needs, RandomPlace[] Places)
{
    private static readonly BedType[] Types = [BedType.GeneralNursing, BedType.DementiaNursing, BedType.GeneralResidential, BedType.DementiaResidential];

    private static readonly Gen<RandomPlace> AnyPlace =
        from type in Gen.Choose(0, 3)
        from free in Gen.Choose(0, 2)
        from rating in Gen.Choose(0, 4)
        from kilometres in Gen.Choose(0, 12)
        from ago in Gen.Choose(0, 5)
        from befell in Gen.Choose(0, 9)
        from elsewhere in Gen.Choose(0, 5)
        select new RandomPlace(type, free, rating, kilometres, ago, befell, elsewhere);

    public static Arbitrary<RandomPlaces> Any { get; } = Arb.From(
        from needs in Gen.Choose(0, 63)
        from places in Gen.ArrayOf(AnyPlace)
        select new RandomPlaces(needs, places),
        random => random.Places.Select((_, at) => random with { Places = [.. random.Places.Where((_, index) => index != at)] }));

    /// <summary>Builds them through the product's own decisions.</summary>
    public GivenChoices Given() => Places.Select((place, index) => (Place: place, Index: index)).Aggregate(new GivenChoices(NeedsOf(Needs)), Add);

    public static string NameOf(RandomPlace place, int index) => place.Elsewhere == 0 ? $"trafford/p-{index}" : $"p-{index}";

    /// <summary>The needs that a number from 0 to 63 stands for.</summary>
    public static Needs NeedsOf(int needs) => new(
        [.. Types.Where((_, index) => ((needs >> index) & 1) == 0).DefaultIfEmpty(BedType.GeneralNursing)],
        Nursing: (needs & 16) > 0,
        Dementia: (needs & 3) == 3,
        Wished: [GivenChoices.Key("p-1"), GivenChoices.Key("p-3")],
        Near: "SK2",
        WithinKilometres: (needs & 32) > 0 ? 8 : null);

    private static GivenChoices Add(GivenChoices given, (RandomPlace Place, int Index) each)
    {
        var (place, index) = each;
        var name = NameOf(place, index);
        var type = Types[place.Type];
        if (place.Befell == 0)
        {
            return given.Registered(name);
        }

        given.Home(name, place.Free, type, (CqcRating)place.Rating, place.Kilometres == 12 ? null : place.Kilometres, TimeSpan.FromHours(place.Ago * 11));
        return place.Befell switch
        {
            1 => given.Says(name, new SuspendPlacements("Staffing")),
            2 => given.Says(name, new SuspendPlacements("Infection", type)),
            3 => given.Says(name, new CloseSite("Home sold")),
            4 => given.Says(name, new ExpectVacancy(type, given.Now.AddHours(place.Rating * 8 + 1), "Going home")),
            5 when place.Free > 0 => given.Says(name, new PlaceHold(type, "B-2")),
            6 when place.Free > 0 => given.Says(name, new PlaceHold(type, GivenChoices.Person, From: GivenChoices.From)),
            7 => given.Says(name, new DeclareVacancies([new(Types[(place.Type + 1) % 4], 6, 5)])),
            _ => given,
        };
    }
}
