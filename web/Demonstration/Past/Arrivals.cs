using CapacityBoard.Beds;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// Who comes to a hospital and moves between its wards. People with short stays leave on the day planned at admission.
/// </summary>
internal sealed class Arrivals(Scene scene, Hospital hospital, Patients patients, Departures departures, PlanMaking plans, GoingBack back)
{
    /// <summary>The percentages of short stays of 0, 1, 2 … 6 midnights.</summary>
    private static readonly int[] ShortStays = [20, 27, 18, 13, 9, 7, 6];

    private static readonly AgeBand[] Ages =
    [
        AgeBand.From18To64, AgeBand.From65To74, AgeBand.From65To74, AgeBand.From75To84, AgeBand.From75To84, AgeBand.From75To84, AgeBand.From75To84,
        AgeBand.From85, AgeBand.From85, AgeBand.From85,
    ];

    private static readonly AgeBand[] AgesOfShortStays =
        [AgeBand.From18To64, AgeBand.From18To64, AgeBand.From18To64, AgeBand.From65To74, AgeBand.From75To84, AgeBand.From75To84, AgeBand.From85];

    private readonly Random _random = scene.Random;
    private int _reference = 41_000;

    /// <summary>The people who are in when the past begins.</summary>
    public void FillBeds()
    {
        for (var number = 0; number < hospital.LongStays; number++)
        {
            var midnights = 7 + _random.Wait(hospital.MeanOfLongStays - 6.5);
            var at = scene.Now.AddDays(-midnights).AddMinutes(-_random.Next(1, 400));
            if (Admit(at, null, hospital.Wards.RemoveAll(ward => ward.Key.Name == "amu")) is { } patient
                && number < hospital.OptimisedLongStays)
            {
                plans.WasOptimised(patient, Math.Min(midnights - 1, _random.Wait(11)));
            }
        }

        for (var number = 0; number < (int)(hospital.LongStaysADay * 7); number++)
        {
            Admit(scene.Now.AddDays(-(number % 7)).AddMinutes(-_random.Next(1, 400)), null, hospital.Wards);
        }

        for (var number = 0; number < (int)(hospital.ShortStaysADay * 2.1); number++)
        {
            var midnights = ShortStay();
            var at = scene.Now.AddDays(-_random.Next(midnights + 1)).AddMinutes(-_random.Next(1, 400));
            if (Admit(at, midnights, hospital.Wards) is { } patient)
            {
                departures.Plan(patient, midnights);
            }
        }
    }

    public void PlanDay(DateOnly day)
    {
        var factor = Rhythm.AdmissionsOn(day) * scene.SeasonOn(day) * (0.92 + 0.16 * _random.NextDouble());
        for (var number = _random.About(hospital.ShortStaysADay * factor); number > 0; number--)
        {
            scene.At(_random.Draw(day, Rhythm.Admissions), () => ComeFor(ShortStay()));
        }

        for (var number = _random.About(hospital.LongStaysADay * factor); number > 0; number--)
        {
            scene.At(_random.Draw(day, Rhythm.Admissions), () => ComeFor(null));
        }
    }

    private int ShortStay()
    {
        var left = _random.Next(ShortStays.Sum());
        var midnights = 0;
        while (left >= ShortStays[midnights])
        {
            left -= ShortStays[midnights++];
        }

        return midnights;
    }

    /// <param name="midnights">The planned length of stay; null if it is left open.</param>
    private void ComeFor(int? midnights)
    {
        var unit = hospital.HasAssessmentUnit && _random.Chance(0.6) ? hospital.Wards[^1..] : hospital.Wards;
        if ((Admit(scene.Now, midnights, unit) ?? Admit(scene.Now, midnights, hospital.Wards)) is not { } patient)
        {
            return;
        }

        if (midnights is { } planned)
        {
            departures.Plan(patient, planned);
        }

        if (patient.Ward.Name == "amu" && midnights is null or > 0)
        {
            scene.At(scene.Now.AddHours(5 + 16 * _random.NextDouble()), patient, stay => Move(patient, stay));
        }
        else if (midnights is null && _random.Chance(0.35))
        {
            scene.At(scene.Now.AddDays(2 + 12 * _random.NextDouble()), patient, stay => Move(patient, stay));
        }
    }

    private Patient? Admit(DateTimeOffset at, int? midnights, IReadOnlyList<PlannedSite> wards)
    {
        var isLong = midnights is null;
        if (WardWithBed(wards) is not { } ward)
        {
            return null;
        }

        var (reference, age, home) = ($"{hospital.Prefix}{_reference++}", _random.Of(isLong ? Ages : AgesOfShortStays), _random.Of(hospital.Homes));
        var patient = new Patient(reference, ward.Key, age, at, home, isLong, PlanMaking.PathwayOf(_random, isLong), back.CameFrom(age, home));
        DateOnly? expected = at < scene.Now || _random.Chance(0.07) ? null : scene.Today.AddDays(midnights is { } planned ? planned + _random.Next(0, 2) : _random.Next(4, 13));
        if (!scene.Tell(patient, new AdmitStay(patient.Reference, FreeBed(ward), Age: patient.Age, AdmittedAt: at, HomeLocality: patient.Home, ExpectedDischarge: expected, UsualResidence: patient.Residence)))
        {
            return null;
        }

        patients.Present.Add(patient);
        back.Told(patient);
        return patient;
    }

    private void Move(Patient patient, Stay stay)
    {
        if (!patient.IsLeaving && stay.Transfer is null && WardWithBed(hospital.Wards.RemoveAll(ward => ward.Key == patient.Ward || ward.Key.Name == "amu")) is { } ward
            && scene.Town.Move(patient.Ward, ward.Key, patient.Reference, FreeBed(ward)))
        {
            patient.Ward = ward.Key;
        }
    }

    /// <summary>Of three random wards, the one with most free beds; null if none has any.</summary>
    private PlannedSite? WardWithBed(IReadOnlyList<PlannedSite> wards) => Enumerable.Range(0, 3)
        .Select(_ => _random.Of(wards)).MaxBy(Free) is { } ward && Free(ward) > 0 ? ward : wards.FirstOrDefault(each => Free(each) > 0);

    private int Free(PlannedSite ward)
    {
        var capacity = scene.Town.Find(ward.Key).Capacity;
        return capacity.Unpromised(capacity.Line(BedType.Inpatient)!, scene.Now);
    }

    private string FreeBed(PlannedSite ward) => scene.Town.Find(ward.Key).FreeBed();
}
