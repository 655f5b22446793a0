using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using static CapacityBoard.Demonstration.PlannedSite;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Stockport as counted in 2018, with invented homes: 48 residential and 20 nursing homes by rating, 39 home care agencies, three
/// intermediate care units and two hospitals.
/// </summary>
internal sealed class StockportPlan
{
    private const string Locality = "stockport";
    private const int Seed = 2018;

    private static readonly ImmutableArray<CqcRating> ResidentialRatings = Ratings(outstanding: 1, good: 22, requiresImprovement: 23, inadequate: 2);
    private static readonly ImmutableArray<CqcRating> NursingRatings = Ratings(outstanding: 0, good: 12, requiresImprovement: 5, inadequate: 2, notRated: 1);

    private readonly Random _random = new(Seed);

    public static ImmutableArray<Hospital> Hospitals { get; } = [Hospital.SteppingHill, Hospital.Wythenshawe];

    public IReadOnlyList<PlannedSite> Sites() =>
    [
        .. ResidentialRatings.Select((rating, index) => Home(index, rating, nursing: false)),
        .. NursingRatings.Select((rating, index) => Home(ResidentialRatings.Length + index, rating, nursing: true)),
        .. Enumerable.Range(0, 39).Select(Agency),
        Unit("opal-house", "OPAL House", "Cheadle", (BedType.StepDown, 26), (BedType.DischargeToAssess, 15)),
        Unit("marbury-house", "Marbury House", "Heatons", (BedType.StepDown, 21), (BedType.StepUp, 8), (BedType.DischargeToAssess, 12)),
        Unit("saffron-ward", "Saffron Ward", "Victoria", (BedType.StepDown, 18)),
        .. Hospitals.SelectMany(hospital => hospital.Wards),
    ];

    private PlannedSite Home(int index, CqcRating rating, bool nursing)
    {
        var name = InventedNames.Home(index);
        var total = _random.Next(nursing ? 28 : 14, nursing ? 62 : 42);
        var details = Details(SiteKind.CareHome, name, index) with
        {
            Rating = rating,
            RegisteredBeds = total,
            Services = nursing ? ["Nursing homes"] : ["Residential homes"],
        };
        return Of($"{Locality}/{SiteKey.PartFrom(name)}", details, HomeSays(index, total, rating, nursing));
    }

    /// <summary>One home in seventeen has not declared yet; those rated inadequate are suspended.</summary>
    private IEnumerable<SiteCommand> HomeSays(int index, int total, CqcRating rating, bool nursing)
    {
        if (index % 17 == 11)
        {
            yield break;
        }

        var dementia = index % 3 == 0 ? total / 3 : 0;
        var general = total - dementia;
        yield return Declare(HomeLines(general, dementia, nursing));
        if (rating == CqcRating.Inadequate)
        {
            yield return new SuspendPlacements("Rated inadequate: no new placements until the next inspection");
        }
    }

    private IEnumerable<DeclaredLine> HomeLines(int general, int dementia, bool nursing)
    {
        yield return Line(nursing ? BedType.GeneralNursing : BedType.GeneralResidential, general);
        if (dementia > 0)
        {
            yield return Line(nursing ? BedType.DementiaNursing : BedType.DementiaResidential, dementia);
        }
    }

    private PlannedSite Agency(int index)
    {
        var name = InventedNames.Agency(index);
        var total = _random.Next(20, 90);
        var lines = new List<DeclaredLine> { Line(BedType.CarePackage, total) };
        if (index % 5 == 0)
        {
            lines.Add(Line(BedType.ReablementPackage, _random.Next(6, 20)));
        }

        return Of($"{Locality}/{SiteKey.PartFrom(name)}", Details(SiteKind.HomeCareProvider, name, index + 3), index % 19 == 7 ? [] : [Declare(lines)]);
    }

    private PlannedSite Unit(string part, string name, string neighbourhood, params (BedType Type, int Beds)[] beds)
    {
        var place = InventedNames.Neighbourhoods.Select(each => each.Name).ToList().IndexOf(neighbourhood);
        return Of(
            $"{Locality}/{part}",
            Details(SiteKind.IntermediateCareUnit, name, place) with { RegisteredBeds = beds.Sum(each => each.Beds) },
            Declare(beds.Select(each => new DeclaredLine(each.Type, each.Beds, 0))));
    }

    private DeclaredLine Line(BedType type, int total)
    {
        var vacant = _random.NextDouble() < 0.45 ? 0 : _random.Next(1, 4);
        var closed = _random.NextDouble() < 0.12 ? 1 : 0;
        return new(type, total, Math.Max(0, total - vacant - closed), closed, closed == 0 ? null : "Waiting for staff");
    }

    private SiteDetails Details(SiteKind kind, string name, int index)
    {
        var place = InventedNames.Neighbourhoods[index % InventedNames.Neighbourhoods.Length];
        var number = (100 + index * 7 % 800).ToString(CultureInfo.InvariantCulture);
        return new(
            kind,
            name,
            Address: $"{1 + index % 90} Invented Road, {place.Name}, Stockport",
            Postcode: $"{place.District} {index % 9 + 1}CK",
            Position: new(place.Latitude + (_random.NextDouble() - 0.5) * 0.02, place.Longitude + (_random.NextDouble() - 0.5) * 0.02),
            Neighbourhood: place.Name,
            Telephone: $"0161 496 0{number}");
    }

    private static ImmutableArray<CqcRating> Ratings(int outstanding, int good, int requiresImprovement, int inadequate, int notRated = 0) =>
    [
        .. Enumerable.Repeat(CqcRating.Outstanding, outstanding),
        .. Enumerable.Repeat(CqcRating.Good, good),
        .. Enumerable.Repeat(CqcRating.RequiresImprovement, requiresImprovement),
        .. Enumerable.Repeat(CqcRating.Inadequate, inadequate),
        .. Enumerable.Repeat(CqcRating.NotRated, notRated),
    ];
}
