using System.Globalization;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using static CapacityBoard.Demonstration.PlannedSite;

namespace CapacityBoard.Demonstration;

/// <summary>
/// The wards of Stepping Hill and Wythenshawe with their people: at Stepping Hill 209 stays of more than seven
/// days, 26 days on average, 125 of them medically optimised.
/// </summary>
internal sealed class HospitalPlan(DateTimeOffset now, Random random)
{
    private const int LongStays = 209;
    private const int OptimisedLongStays = 125;
    private const int MeanOfLongStays = 26;
    private const int Shortest = 8;

    private static readonly AgeBand[] Ages =
        [AgeBand.From18To64, AgeBand.From65To74, AgeBand.From75To84, AgeBand.From75To84, AgeBand.From85, AgeBand.From85];

    private static readonly (string Part, string Name, int Beds)[] SteppingHill =
    [
        ("a1", "A1 Acute medicine", 28), ("a3", "A3 Elderly care", 26), ("a10", "A10 Stroke", 24), ("a11", "A11 Respiratory", 26),
        ("b2", "B2 Cardiology", 24), ("b3", "B3 Gastroenterology", 26), ("b4", "B4 Elderly care", 28), ("b6", "B6 Frailty", 24),
        ("c3", "C3 Surgery", 24), ("c5", "C5 Surgery", 24), ("d1", "D1 Orthopaedics", 26), ("d2", "D2 Orthopaedics", 26),
        ("d4", "D4 Rehabilitation", 24), ("e1", "E1 Elderly care", 28), ("e2", "E2 Elderly care", 28), ("e3", "E3 Dementia", 24),
        ("m4", "M4 Trauma", 26), ("amu", "Acute medical unit", 40),
    ];

    private static readonly (string Part, string Name, int Beds)[] Wythenshawe =
    [
        ("a7", "A7 Elderly care", 26), ("f4", "F4 Respiratory", 28), ("f9", "F9 Medicine", 26), ("f12", "F12 Frailty", 24),
    ];

    private int _reference = 41_000;

    public IEnumerable<PlannedSite> Wards()
    {
        var stays = new Queue<(int Midnights, int? Optimised)>(Lengths(SteppingHill.Sum(ward => ward.Beds - 2)));
        foreach (var ward in SteppingHill)
        {
            yield return Ward("stockport", "Stepping Hill Hospital", ward, _ => stays.Dequeue());
        }

        foreach (var ward in Wythenshawe)
        {
            yield return Ward("manchester", "Wythenshawe Hospital", ward, bed => bed % 3 == 0 ? (bed * 2, bed) : (bed % 7, null));
        }
    }

    private PlannedSite Ward(string locality, string hospital, (string Part, string Name, int Beds) ward, Func<int, (int Midnights, int? Optimised)> next)
    {
        var commands = new List<SiteCommand> { Declare(new DeclaredLine(BedType.Inpatient, ward.Beds, 0)) };
        for (var bed = 1; bed <= ward.Beds - 2; bed++)
        {
            var (midnights, optimised) = next(bed);
            var home = locality == "stockport" ? random.Next(10) == 0 ? "tameside" : "stockport" : random.Next(4) == 0 ? "stockport" : "manchester";
            int? leavesIn = random.Next(3) == 0 ? null : random.Next(0, 9);
            commands.AddRange(Stay(
                $"{(locality == "stockport" ? "SH" : "WH")}{_reference++}", Label(bed), BedType.Inpatient, Ages[random.Next(Ages.Length)], home, now, midnights, optimised, leavesIn));
        }

        return Of($"{locality}/{SiteKey.PartFrom(hospital)}/{ward.Part}", new(SiteKind.Ward, ward.Name, Hospital: hospital), commands);
    }

    /// <summary>As many lengths of stay as there are people: the long ones with the given mean, the others under a week.</summary>
    private List<(int Midnights, int? Optimised)> Lengths(int people)
    {
        var longs = Enumerable.Range(0, LongStays).Select(_ => Shortest + (int)(-Math.Log(1 - random.NextDouble()) * (MeanOfLongStays - Shortest))).ToList();
        for (var index = 0; longs.Sum() != LongStays * MeanOfLongStays; index = (index + 1) % LongStays)
        {
            longs[index] += longs.Sum() < LongStays * MeanOfLongStays ? 1 : longs[index] > Shortest ? -1 : 0;
        }

        var all = longs.Select((midnights, index) => (midnights, index < OptimisedLongStays ? random.Next(1, midnights - 2) : (int?)null)).ToList();
        all.AddRange(Enumerable.Range(0, people - LongStays).Select(_ => (random.Next(0, 7), (int?)null)));
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    private static string Label(int bed) => bed.ToString("00", CultureInfo.InvariantCulture);
}
