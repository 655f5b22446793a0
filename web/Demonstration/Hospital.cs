using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using static CapacityBoard.Demonstration.PlannedSite;

namespace CapacityBoard.Demonstration;

/// <summary>A hospital of the demonstration: its wards, and how its people come and go.</summary>
/// <param name="Prefix">The prefix of its stays' references.</param>
/// <param name="Wards">The acute medical unit, if there is one, is last.</param>
/// <param name="LongStays">Stays of 7 midnights or more on the last day.</param>
/// <param name="OptimisedLongStays">How many of those are medically optimised.</param>
/// <param name="MeanOfLongStays">Their mean length in midnights.</param>
/// <param name="ShortStaysADay">Admissions a day that last less than a week.</param>
/// <param name="LongStaysADay">Admissions a day that last longer.</param>
/// <param name="Homes">Where its people live, each locality repeated according to its share.</param>
internal sealed record Hospital(
    string Name,
    string Prefix,
    ImmutableArray<PlannedSite> Wards,
    int LongStays,
    int OptimisedLongStays,
    int MeanOfLongStays,
    double ShortStaysADay,
    double LongStaysADay,
    ImmutableArray<string> Homes)
{
    private const string SteppingHillHospital = "Stepping Hill Hospital";
    private const string WythenshaweHospital = "Wythenshawe Hospital";

    /// <summary>
    /// The grand round of 2018: 209 stays of more than a week, 26 days on average, 125 of them medically optimised.
    /// </summary>
    public static Hospital SteppingHill { get; } = new(
        SteppingHillHospital,
        "SH",
        [
            .. Of("stockport", SteppingHillHospital,
                ("a1", "A1 Acute medicine", 28), ("a3", "A3 Elderly care", 26), ("a10", "A10 Stroke", 24), ("a11", "A11 Respiratory", 26),
                ("b2", "B2 Cardiology", 24), ("b3", "B3 Gastroenterology", 26), ("b4", "B4 Elderly care", 28), ("b6", "B6 Frailty", 24),
                ("c3", "C3 Surgery", 24), ("c5", "C5 Surgery", 24), ("d1", "D1 Orthopaedics", 26), ("d2", "D2 Orthopaedics", 26),
                ("d4", "D4 Rehabilitation", 24), ("e1", "E1 Elderly care", 28), ("e2", "E2 Elderly care", 28), ("e3", "E3 Dementia", 24),
                ("m4", "M4 Trauma", 26), ("amu", "Acute medical unit", 40)),
        ],
        LongStays: 209,
        OptimisedLongStays: 125,
        MeanOfLongStays: 26,
        ShortStaysADay: 84,
        LongStaysADay: 11,
        [.. Enumerable.Repeat("stockport", 18), "tameside", "derbyshire"]);

    /// <summary>Some wards of Wythenshawe, where people from Stockport wait whom Stockport's board did not show.</summary>
    public static Hospital Wythenshawe { get; } = new(
        WythenshaweHospital,
        "WH",
        [
            .. Of("manchester", WythenshaweHospital,
                ("a7", "A7 Elderly care", 26), ("f4", "F4 Respiratory", 28), ("f9", "F9 Medicine", 26), ("f12", "F12 Frailty", 24)),
        ],
        LongStays: 46,
        OptimisedLongStays: 27,
        MeanOfLongStays: 27,
        ShortStaysADay: 19,
        LongStaysADay: 2.4,
        [.. Enumerable.Repeat("stockport", 11), .. Enumerable.Repeat("manchester", 8), "trafford"]);

    /// <summary>True if people are admitted through the acute medical unit.</summary>
    public bool HasAssessmentUnit => Wards[^1].Key.Name == "amu";

    private static IEnumerable<PlannedSite> Of(string locality, string hospital, params (string Part, string Name, int Beds)[] wards) => wards.Select((ward, number) =>
        PlannedSite.Of(
            $"{locality}/{SiteKey.PartFrom(hospital)}/{ward.Part}",
            new(SiteKind.Ward, ward.Name, Hospital: hospital, Telephone: $"0161 496 1{100 + number}"),
            Declare(new DeclaredLine(BedType.Inpatient, ward.Beds, 0))));
}
