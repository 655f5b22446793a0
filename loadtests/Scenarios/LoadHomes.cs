using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Scenarios;

/// <summary>The care homes that load is put on.</summary>
internal static class LoadHomes
{
    public const string Locality = "load";
    public const int Beds = 40;

    public static SiteKey Key(int index) => SiteKey.Of(Locality, $"home-{index}");

    public static SiteDetails Details(int index) => new(SiteKind.CareHome, $"Home {index}", Neighbourhood: $"Neighbourhood {index % 8}");

    public static DeclareVacancies Declare(int number) => new([new DeclaredLine(BedType.GeneralNursing, Beds, number % Beds)]);

    public static SiteEvent Declared(int number) =>
        new VacanciesDeclared(ImmutableArray.Create(new LineDeclared(BedType.GeneralNursing, Beds, number % Beds, 0)));
}
