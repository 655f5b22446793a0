using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// Where a hospital's people came from, and what their care home or home care provider says about their return: each place at its own pace,
/// most within a day.
/// </summary>
internal sealed class GoingBack(Scene scene, Patients patients)
{
    private static readonly int[] HoursToAnswer = [2, 3, 4, 6, 8, 12, 16, 20, 30, 60];

    /// <summary>Draws of its own, so that where people came from does not change who comes and goes.</summary>
    private readonly Random _random = new(patients.Hospital.Prefix[0] + 1);

    private readonly List<SiteKey> _homes = [.. scene.Sites.Where(site => site.Kind == SiteKind.CareHome).Select(site => site.Key)];
    private readonly List<SiteKey> _providers = [.. scene.Sites.Where(site => site.Kind == SiteKind.HomeCareProvider).Select(site => site.Key)];

    /// <summary>The home or provider of about a third of the people over 75; null for everybody else.</summary>
    public SiteKey? CameFrom(AgeBand age, string home) =>
        age < AgeBand.From75To84 || age == AgeBand.NotKnown || home != "stockport" || !_random.Chance(0.4) ? null : _random.Of(_random.Chance(0.55) ? _homes : _providers);

    /// <summary>The place answers in its own time, if the person is still in. A few never do.</summary>
    public void Told(Patient patient)
    {
        if (patient.Residence is { } place && _random.Chance(0.92))
        {
            scene.At(InTheDay(scene.Now.AddHours(HoursToAnswer[place.Value.Sum(each => (int)each) % HoursToAnswer.Length])), patient, _ => Answer(patient, place));
        }
    }

    /// <summary>Leaves a home with a resident about whom it has not answered.</summary>
    public void AskToAnswer(SiteKey home)
    {
        if (patients.LongStays.Where(patient => patient is { IsLeaving: false, Residence: null, Booking: null, Asked.Count: 0, Age: AgeBand.From75To84 or AgeBand.From85 }).MaxBy(patient => patient.AdmittedAt) is { } patient)
        {
            scene.Tell(patient, new SetUsualResidence(patient.Reference, home));
        }
    }

    private void Answer(Patient patient, SiteKey place)
    {
        var answer = _random.Chance(patient.Pathway switch { Pathway.P0 => 0.93, Pathway.P1 => 0.5, _ => 0.1 }) ? ReturnAnswer.SameSupport : ReturnAnswer.NewAssessment;
        scene.Town.Tell(place, new AnswerReturn(patient.Reference, patient.Ward, answer, _random.Chance(0.6) ? scene.Today.AddDays(7 * _random.Next(1, 5)) : null));
    }

    private DateTimeOffset InTheDay(DateTimeOffset at) => LocalDay.ToLocal(at).Hour is >= 8 and < 20 ? at : _random.In(LocalDay.Of(at.AddHours(5)), 8, 11);
}
