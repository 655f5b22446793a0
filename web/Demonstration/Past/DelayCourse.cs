using System.Collections.Immutable;
using CapacityBoard.Stays;
using static CapacityBoard.Stays.DelayFamily;

namespace CapacityBoard.Demonstration.Past;

/// <summary>The reasons for delay, one after another, by pathway, and sometimes two or three at once.</summary>
internal sealed class DelayCourse(Scene scene, AssessmentCourse assessments)
{
    private static readonly DelayFamily[] Within = [HospitalProcess, WellbeingConcerns, CareTransferHubProcess];

    private readonly Random _random = scene.Random;

    /// <summary>Records the first of a patient's delays.</summary>
    /// <param name="daysAgo">When it began; 0 for today.</param>
    public void Begin(Patient patient, int daysAgo)
    {
        var course = Course(patient.Pathway);
        Record(patient, course, _random.Next(Math.Min(2, course.Length)), daysAgo);
    }

    /// <summary>Few people who leave within a week are delayed, mostly by something the hospital itself does.</summary>
    public void PerhapsBeforeShortStayEnds(Patient patient)
    {
        if (_random.Chance(0.14))
        {
            scene.Tell(patient, new RecordDelay(patient.Reference, _random.Delay(patient.Pathway, HospitalProcess)));
        }
    }

    private void Record(Patient patient, ImmutableArray<DelayReason> course, int step, int daysAgo)
    {
        var reason = course[step];
        var note = _random.Chance(0.25) ? Phrases.Of(reason) : null;
        var done = step + 1 < course.Length ? assessments.Ask(patient, reason) : null;
        scene.Tell(patient, new RecordDelay(patient.Reference, reason, Since: scene.Today.AddDays(-daysAgo), Note: note, Primary: true));
        if (_random.Chance(0.3))
        {
            Beside(patient, course[_random.Next(course.Length)], daysAgo);
        }

        if (step + 1 < course.Length)
        {
            var next = scene.Now.AddDays(1.5 + 1.3 * _random.Wait(3) + 0.2 * _random.NextDouble());
            scene.At(done?.AddMinutes(1) ?? next, patient, stay => Next(patient, stay, course, step, isAssessed: done is not null));
        }
    }

    /// <param name="isAssessed">True if an assessment has ended the delay already. An accepted offer may have ended the one for choice.</param>
    private void Next(Patient patient, Stay stay, ImmutableArray<DelayReason> course, int step, bool isAssessed)
    {
        var isDelayed = stay.Delays.Any(delay => delay.Reason == course[step]);
        if (stay.Optimised is null || (!isDelayed && !isAssessed && course[step] != DelayReason.Choice))
        {
            return;
        }

        if (isDelayed)
        {
            scene.Tell(patient, new EndDelay(patient.Reference, course[step]));
        }

        Record(patient, course, step + 1, 0);
    }

    /// <summary>Adds a further reason, which ends before the others.</summary>
    private void Beside(Patient patient, DelayReason reason, int daysAgo)
    {
        if (scene.StayOf(patient)!.Delays.All(delay => delay.Reason != reason) && assessments.Ask(patient, reason) is null)
        {
            scene.Tell(patient, new RecordDelay(patient.Reference, reason, Since: scene.Today.AddDays(-_random.Next(daysAgo + 1))));
            scene.At(scene.Now.AddDays(2 + 5 * _random.NextDouble()), patient, stay => End(patient, stay, reason));
        }
    }

    private void End(Patient patient, Stay stay, DelayReason reason)
    {
        if (stay.Delays.Any(delay => delay.Reason == reason && !delay.IsPrimary))
        {
            scene.Tell(patient, new EndDelay(patient.Reference, reason));
        }
    }

    /// <summary>First a step within the hospital or its hub, sometimes a second, and last what the person goes to.</summary>
    private ImmutableArray<DelayReason> Course(Pathway pathway)
    {
        var first = _random.Delay(pathway, Within);
        var last = _random.Delay(pathway, InterfaceProcess, Capacity);
        return _random.Chance(0.3) ? [.. new[] { first, _random.Delay(pathway, Within), last }.Distinct()] : [first, last];
    }
}
