using System.Collections.Immutable;
using CapacityBoard.GrandRounds;
using CapacityBoard.Policies;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>A hospital's weekly grand round: its reviews, and what becomes of the actions it agrees.</summary>
internal sealed class Rounds(Scene scene, Patients patients)
{
    private static readonly TimeSpan OfOneStay = TimeSpan.FromSeconds(62);

    private readonly Random _random = scene.Random;

    private string By => $"Grand round, {patients.Hospital.Name}";

    public void PlanDay(DateOnly day)
    {
        if (day.DayOfWeek == LocalityPolicy.Default.GrandRoundDay)
        {
            scene.At(_random.In(day, 13, 13.1), Begin);
        }
    }

    private void Begin()
    {
        var at = scene.Now;
        foreach (var patient in patients.LongStays.OrderByDescending(patient => patient.Midnights(scene.Now)).Where(_ => _random.Chance(0.93)).ToList())
        {
            scene.At(at += OfOneStay, patient, stay => Review(patient, stay));
        }
    }

    private void Review(Patient patient, Stay stay)
    {
        var outcome = Outcome(patient, stay);
        var open = stay.Round?.Open ?? [];
        var number = outcome is ReviewOutcome.NeedsHospital or ReviewOutcome.Leaving ? _random.About(0.3) : open.Length > 2 ? 0 : _random.Next(1, 3);
        var actions = Enumerable.Range(0, number).Select(_ => Action(stay))
            .Where(action => open.All(before => before.What != action.What)).DistinctBy(action => action.What).ToImmutableArray();
        if (!scene.Tell(patient, new ReviewStay(patient.Reference, outcome, Phrases.NoteOf(outcome, _random), actions, stay.Round?.Last?.Id), By))
        {
            return;
        }

        foreach (var agreed in scene.StayOf(patient)!.Round!.Open.TakeLast(actions.Length))
        {
            PlanEnd(patient, agreed);
        }
    }

    private ReviewOutcome Outcome(Patient patient, Stay stay) => (stay.Optimised, patient.IsLeaving || patient.Booking is { IsAccepted: true }, _random.Next(10)) switch
    {
        (_, true, _) => ReviewOutcome.Leaving,
        (null, _, < 8) => ReviewOutcome.NeedsHospital,
        (null, _, _) => ReviewOutcome.PlanOnTrack,
        (_, _, < 5) => ReviewOutcome.PlanOnTrack,
        (_, _, < 7) => ReviewOutcome.PlanChanged,
        _ => ReviewOutcome.Escalated,
    };

    private NewAction Action(Stay stay)
    {
        var reason = stay.Delays.IsEmpty ? (DelayReason?)null : _random.Of(stay.Delays).Reason;
        var (what, owner) = Phrases.ActionFor(reason, _random);
        return new(what, owner, scene.Today.AddDays(_random.Next(1, 8)));
    }

    /// <summary>Most are done around their due day; some are dropped or given more time, and some nobody follows up.</summary>
    private void PlanEnd(Patient patient, AgreedAction action)
    {
        var due = _random.In(action.Due, 9, 17);
        switch (_random.Next(100))
        {
            case < 72:
                scene.At(due.AddDays(_random.Next(-1, 2)), patient, stay => Complete(patient, stay, action));
                break;
            case < 80:
                scene.At(due, patient, stay => IfOpen(stay, action, open => scene.Tell(patient, new DropAction(patient.Reference, open.Id, _random.Of(Phrases.Dropped)), By)));
                break;
            case < 92:
                scene.At(due, patient, stay => IfOpen(stay, action, open => Change(patient, open)));
                break;
        }
    }

    private void Change(Patient patient, AgreedAction open)
    {
        if (scene.Tell(patient, new ChangeAction(patient.Reference, open.Id, open.Owner, open.Due.AddDays(_random.Next(2, 6))), By) && _random.Chance(0.7))
        {
            scene.At(scene.Now.AddDays(3 + 3 * _random.NextDouble()), patient, stay => Complete(patient, stay, open));
        }
    }

    private void Complete(Patient patient, Stay stay, AgreedAction action) =>
        IfOpen(stay, action, open => scene.Tell(patient, new CompleteAction(patient.Reference, open.Id), open.Owner));

    private static void IfOpen(Stay stay, AgreedAction action, Action<AgreedAction> act)
    {
        if (stay.Round?.Find(action.Id) is { } open)
        {
            act(open);
        }
    }
}
