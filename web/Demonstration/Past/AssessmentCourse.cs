using CapacityBoard.Assessments;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>What a hospital's wards ask its teams for, and when it is promised, started and done.</summary>
internal sealed class AssessmentCourse(Scene scene)
{
    /// <summary>Its own, so that it changes as little as possible of what else happens.</summary>
    private readonly Random _random = new(scene.Seed);

    /// <summary>Asks for the assessment that ends a delay.</summary>
    /// <returns>When it will be done; null if none is asked for.</returns>
    public DateTimeOffset? Ask(Patient patient, DelayReason reason) =>
        AssessmentTeams.AskedFor(reason) is { } kind && scene.StayOf(patient)?.Asked?.Open(kind) is null ? Ask(patient, kind) : null;

    /// <summary>Physiotherapists see many people long before they are medically optimised.</summary>
    public void PlanDay(DateOnly day, Patients patients)
    {
        foreach (var patient in patients.Present.Where(patient => patient.IsLong && patient.Midnights(scene.Now) == 2 && _random.Chance(0.35)).ToList())
        {
            scene.At(_random.In(day, 9, 12), patient, stay =>
            {
                if (stay.Asked is null)
                {
                    Ask(patient, AssessmentKind.Physiotherapy);
                }
            });
        }
    }

    private DateTimeOffset? Ask(Patient patient, AssessmentKind kind)
    {
        if (scene.Town.Tell(patient.Ward, new RequestAssessment(patient.Reference, kind)) is not { } id)
        {
            return null;
        }

        var done = WhenDone(kind, patient);
        if (_random.Chance(0.6))
        {
            // A team that is late mostly promised to come earlier than it does.
            var promised = OnTheHour(AtWork(scene.Now + (done - scene.Now) * (_random.Chance(0.3) ? 0.6 : 1)));
            Later(patient, id, scene.Now + (promised - scene.Now) * 0.3, open => promised > scene.Now ? new PromiseAssessment(patient.Reference, id, promised) : null);
        }

        Later(patient, id, done.AddHours(-1), _ => new StartAssessment(patient.Reference, id));
        Later(patient, id, done, open => new CompleteAssessment(patient.Reference, id, AssessmentTeams.OutcomeOf(open.Kind, _random)));
        return done;
    }

    private DateTimeOffset WhenDone(AssessmentKind kind, Patient patient)
    {
        var usual = AssessmentTeams.Usual(kind, HospitalOf(patient));
        return AtWork(scene.Now + usual * Math.Min(2.5, 0.5 - 0.5 * Math.Log(1 - _random.NextDouble())));
    }

    /// <summary>The same time of a working day, or the next.</summary>
    private DateTimeOffset AtWork(DateTimeOffset at)
    {
        var day = LocalDay.Of(at);
        while (Rhythm.IsWeekend(day) || (day == scene.Today && LocalDay.ToLocal(scene.Now).Hour >= 15))
        {
            day = day.AddDays(1);
        }

        return _random.In(day, day == scene.Today ? LocalDay.ToLocal(scene.Now).Hour + 1.5 : 9, 17);
    }

    private static DateTimeOffset OnTheHour(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerHour, at.Offset);

    private void Later(Patient patient, string id, DateTimeOffset at, Func<Assessment, AssessmentCommand?> act) => scene.At(at, patient, stay =>
    {
        if (stay.Asked?.Open(id) is { } open && act(open) is { } command)
        {
            scene.Tell(patient, command, AssessmentTeams.NameOf(open.Kind, HospitalOf(patient)));
        }
    });

    private string? HospitalOf(Patient patient) => scene.Town.Find(patient.Ward).Details!.Hospital;
}
