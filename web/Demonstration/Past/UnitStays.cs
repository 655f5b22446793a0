using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>The people of the intermediate care units. On Saffron Ward, for delirium, they stay for 8 to 12 weeks.</summary>
internal sealed class UnitStays(Scene scene)
{
    private readonly Random _random = scene.Random;
    private int _reference = 7_000;

    /// <summary>The people who are in when the past begins: all beds but a few.</summary>
    public void FillBeds(SiteKey unit)
    {
        foreach (var line in scene.Town.Find(unit).Capacity.Lines)
        {
            for (var number = _random.Next(1, 3); number < line.Total; number++)
            {
                var stays = Days(unit);
                var ago = _random.Next(stays);
                Come(unit, $"IC{_reference++}", line.Type, _random.Of([AgeBand.From65To74, AgeBand.From75To84, AgeBand.From85]), "stockport", null, ago, stays - ago);
            }
        }
    }

    /// <summary>Admits a person from a hospital to the bed held. False if the unit takes nobody now.</summary>
    public bool Admit(SiteKey unit, Patient patient, string hold)
    {
        var type = scene.Town.Find(unit).Capacity.Holds.FirstOrDefault(each => each.Id == hold)?.Type;
        return type is { } held && Come(unit, patient.Reference, held, patient.Age, patient.Home, hold, 0, Days(unit));
    }

    /// <summary>People from home take beds that no hospital needs, so that a unit is never nearly empty for long.</summary>
    public void PlanDay(SiteKey unit, DateOnly day)
    {
        foreach (var line in scene.Town.Find(unit).Capacity.Lines)
        {
            if (scene.Town.Find(unit).Capacity.Unpromised(line, scene.Now) > 2 && !Rhythm.IsWeekend(day))
            {
                var age = _random.Of([AgeBand.From75To84, AgeBand.From85]);
                scene.At(_random.In(day, 10, 17), () => Come(unit, $"IC{_reference++}", line.Type, age, "stockport", null, 0, Days(unit)));
            }
        }
    }

    private int Days(SiteKey unit) => unit.Name == "saffron-ward" ? _random.Next(56, 85) : _random.Next(12, 39);

    private bool Come(SiteKey unit, string reference, BedType type, AgeBand age, string home, string? hold, int daysAgo, int daysLeft)
    {
        var bed = scene.Town.Find(unit).FreeBed();
        var leaves = _random.In(scene.Today.AddDays(Math.Max(1, daysLeft)), 10, 16);
        if (scene.Town.Tell(unit, new AdmitStay(reference, bed, type, age, scene.Now.AddDays(-daysAgo), home, LocalDay.Of(leaves), hold)) is null)
        {
            return false;
        }

        scene.At(leaves.AddDays(-3), () => scene.Town.Tell(unit, new DeclareMedicallyOptimised(reference)));
        scene.At(leaves, () => scene.Town.Tell(unit, new DischargeStay(reference, _random.Chance(0.85) ? Destination.UsualResidence : Destination.CareHome)));
        return true;
    }
}
