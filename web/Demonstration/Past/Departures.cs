using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// Who leaves a hospital, and when. Each day's departures keep the number of long stays near the hospital's figure and match it
/// at the end; the choice of who leaves does the same for their mean length.
/// </summary>
internal sealed class Departures(Scene scene, Patients patients, PlanMaking plans, Bookings bookings, Asking asking)
{
    /// <summary>There are more long stays before the day's discharges than after them.</summary>
    private const double DaysAhead = 0.5;

    private readonly Random _random = scene.Random;

    /// <summary>Plans the end of a short stay, which a weekend may delay by a day.</summary>
    public void Plan(Patient patient, int midnights)
    {
        var day = LocalDay.Of(patient.AdmittedAt).AddDays(midnights);
        while (Rhythm.IsWeekend(day) && midnights < Patients.LongStay - 1 && _random.Chance(0.4))
        {
            (day, midnights) = (day.AddDays(1), midnights + 1);
        }

        var at = _random.Draw(day, Rhythm.Discharges);
        if (at < scene.Now.AddHours(2))
        {
            at = scene.Now.AddHours(2 + 2 * _random.NextDouble());
        }

        plans.BeforeShortStayEnds(patient, at);
        scene.At(at, patient, _ => Leave(patient));
    }

    public void PlanDay(DateOnly day)
    {
        var ready = patients.LongStays.Where(patient => !patient.IsLeaving && patients.IsOptimised(patient)).ToList();
        var today = Bookings.ArrivingOn(day, ready);
        today.RemoveAll(patient => patient.Booking!.Arrival >= scene.End);
        for (var number = Math.Min(ready.Count, HowMany(day)); number > 0; number--)
        {
            var next = today.FirstOrDefault() ?? Next(ready);
            today.Remove(next);
            ready.Remove(next);
            LeaveOn(day, next);
        }

        foreach (var postponed in today)
        {
            bookings.Postpone(postponed);
        }
    }

    /// <summary>How many long stays are to end on a day; on the last day, those that are to have ended by the end.</summary>
    private int HowMany(DateOnly day)
    {
        var present = patients.LongStays.Count();
        var target = patients.Hospital.LongStays * scene.SeasonOn(day);
        if (day == scene.LastDay)
        {
            return Math.Max(0, present - patients.Hospital.LongStays);
        }

        var usual = patients.Hospital.LongStaysADay * Rhythm.DischargesOn(day) * scene.SeasonOn(day);
        if (day.AddDays(1) != scene.LastDay)
        {
            var excess = present - target - patients.Hospital.LongStaysADay * DaysAhead;
            return Math.Max(0, _random.About(Math.Max(0, usual + 0.3 * excess)));
        }

        var crossing = patients.Present.Count(patient => patient.IsLong && patient.Midnights(scene.Now) == Patients.LongStay - 1);
        var onLastDay = patients.Hospital.LongStaysADay * Rhythm.DischargesOn(scene.LastDay) * Rhythm.DischargedBy(scene.End);
        return Math.Max(0, present + crossing - patients.Hospital.LongStays - (int)onLastDay);
    }

    /// <summary>Of a few people, the one whose leaving brings the mean length of stay closest to its target.</summary>
    private Patient Next(List<Patient> ready)
    {
        var few = Enumerable.Range(0, scene.Today >= scene.LastDay.AddDays(-1) ? 30 : 8).Select(_ => _random.Of(ready)).OrderBy(patient => patient.Midnights(scene.Now)).ToList();
        few = few.Where(patient => !WaitsForAssessment(patient)).ToList() is { Count: > 0 } others ? others : few;
        few = few.Where(IsEasilyPlaced).ToList() is { Count: > 0 } easily ? easily : few;
        return patients.AreTooLong ? few[^1] : few[0];
    }

    /// <summary>
    /// True for people who need nothing new, since packages and beds must be found first. Stockport's people at Wythenshawe wait
    /// longest.
    /// </summary>
    private bool IsEasilyPlaced(Patient patient) =>
        (patient.Pathway == Pathway.P0 || (patient.Pathway == Pathway.P1 && _random.Chance(0.7))) && !(patient.Home == "stockport" && patient.Ward.Locality != "stockport" && _random.Chance(0.5));

    /// <summary>True for people who wait for an assessment, without which nobody can say where they are to go.</summary>
    private bool WaitsForAssessment(Patient patient) => scene.StayOf(patient)!.Assessments.Any(each => each.IsOpen);

    private void LeaveOn(DateOnly day, Patient patient)
    {
        patient.IsLeaving = true;
        var at = patient.Booking is { IsAccepted: true } booking && LocalDay.Of(booking.Arrival) == day && booking.Arrival > scene.Now
            ? booking.Arrival
            : _random.Draw(day, Rhythm.Discharges);
        while (day == scene.LastDay && (at >= scene.End || at <= scene.Now))
        {
            at = scene.Now + (scene.End - scene.Now) * _random.NextDouble();
        }

        var said = at.AddHours(-1 - 2 * _random.NextDouble());
        scene.At(said, patient, stay => plans.Expect(patient, stay, scene.Today));
        scene.At(at, patient, _ => Leave(patient));
    }

    private void Leave(Patient patient)
    {
        var to = bookings.Arrive(patient);
        var destination = to is null ? Elsewhere(patient) : HeldStays.DestinationOf(scene.Town.Find(to).Kind);
        to ??= destination == Destination.UsualResidence && patient.Pathway == Pathway.P0 ? patient.Residence : null;
        scene.Tell(patient, new DischargeStay(patient.Reference, destination, To: to));
        asking.Close(patient, EnquiryWords.PersonLeft, scene.Town.Find(patient.Ward).Details!.Name);
        patients.Left(patient);
    }

    private Destination Elsewhere(Patient patient) => _random.Next(100) switch
    {
        < 4 => Destination.Died,
        < 6 => Destination.OtherHospital,
        < 7 => Destination.Other,
        < 8 => Destination.Hospice,
        _ => patient.Pathway == Pathway.P3 ? Destination.CareHome : Destination.UsualResidence,
    };
}
