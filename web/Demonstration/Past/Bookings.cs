using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// The holds that the transfer team places for a hospital's people, the answers of homes, units and agencies, and the people's
/// arrivals.
/// </summary>
internal sealed class Bookings(Scene scene, Patients patients, UnitStays units, Asking asking, OfferCourse offers)
{
    private const string Team = "Transfer team";

    private readonly Random _random = scene.Random;

    /// <summary>Seeks beds and packages on weekdays for people who have been medically optimised for a while.</summary>
    public void PlanDay(DateOnly day)
    {
        if (Rhythm.IsWeekend(day))
        {
            return;
        }

        var number = _random.About(patients.Hospital.LongStaysADay * 0.8);
        var waiting = patients.LongStays.Where(IsSought).ToArray();
        _random.Shuffle(waiting);
        foreach (var patient in waiting.Take(number * 3).OrderBy(patient => patients.AreTooLong ? -patient.Midnights(scene.Now) : patient.Midnights(scene.Now)).Take(number))
        {
            scene.At(_random.In(day, 10, 16), patient, stay => Seek(patient, stay));
        }
    }

    /// <summary>People whose held beds are accepted for a day.</summary>
    public static List<Patient> ArrivingOn(DateOnly day, IEnumerable<Patient> people) =>
        [.. people.Where(patient => patient.Booking is { IsAccepted: true } booking && LocalDay.Of(booking.Arrival) <= day)];

    /// <summary>Extends the hold because the person comes on another day.</summary>
    public void Postpone(Patient patient)
    {
        var arrival = _random.In(NextWeekday(scene.Today), 12, 17);
        var isKept = scene.Town.Tell(patient.Booking!.Place, new ExtendHold(patient.Booking.Hold, arrival.AddHours(20)), Team) is not null;
        patient.Booking = isKept ? patient.Booking with { Arrival = arrival } : null;
    }

    /// <summary>
    /// Admits the person where a bed is held for them; returns the place, or null if there is none or it takes nobody now.
    /// </summary>
    public SiteKey? Arrive(Patient patient)
    {
        if (patient.Booking is not { } booking)
        {
            return null;
        }

        if (booking.IsAccepted && (scene.Town.Find(booking.Place).Kind == SiteKind.IntermediateCareUnit
            ? units.Admit(booking.Place, patient, booking.Hold)
            : scene.Town.Tell(booking.Place, new AdmitOnHold(booking.Hold)) is not null))
        {
            return booking.Place;
        }

        scene.Town.Tell(booking.Place, new ReleaseHold(booking.Hold, _random.Of(Phrases.Released)), Team);
        return null;
    }

    private void Seek(Patient patient, Stay stay)
    {
        if (!IsSought(patient) || stay.Plan?.Needs is not { } needs || (asking.Yes(patient) ?? Place(needs)) is not { } found)
        {
            return;
        }

        var (place, type) = Accepted(stay) ?? found;
        if (patient.Pathway == Pathway.P3 && _random.Chance(0.7))
        {
            scene.Tell(patient, new GiveChoiceList(patient.Reference, scene.Town.Position, scene.Now), Team);
        }

        if (Book(patient, needs, place, type) is { IsAccepted: false } booking)
        {
            PlanAnswer(patient, booking);
        }
    }

    /// <summary>Gives a home a hold to answer: one more of its beds is free and held for a suitable person.</summary>
    public void AskToAnswer(SiteKey home)
    {
        var type = scene.Town.Find(home).Capacity.Lines[0].Type;
        if (patients.LongStays.FirstOrDefault(patient => IsSought(patient) && Needs(patient).Types[0] == type) is not { } person)
        {
            return;
        }

        var line = scene.Town.Find(home).Capacity.Lines[0];
        scene.Town.Tell(home, PlannedSite.Declare(new DeclaredLine(type, line.Total, line.Occupied - 1, line.Closed)));
        Book(person, Needs(person), home, type);
    }

    private Needs Needs(Patient patient) => scene.StayOf(patient)!.Plan!.Needs!;

    private Booking? Book(Patient patient, Needs needs, SiteKey place, BedType type)
    {
        var arrival = _random.In(NextWeekday(scene.Today), 12, 17);
        var ward = scene.Town.Find(patient.Ward).Details!;
        var hold = scene.Town.Tell(
            place,
            new PlaceHold(type, patient.Reference, Until: arrival.AddHours(20), Arrival: arrival, From: patient.Ward, Needs: needs.ForThePlaceAsked(), Telephone: ward.Telephone),
            Team);
        if (hold is null)
        {
            return null;
        }

        offers.Booked(patient, place, type);
        scene.At(arrival.AddHours(20), () => RunOut(patient, hold));
        patient.Booking = new(place, hold, arrival, scene.Town.Find(place).Capacity.Hold(hold)!.Answer is not null);
        if (patient.Booking.IsAccepted)
        {
            asking.Close(patient, EnquiryWords.FoundElsewhere, Team);
        }

        return patient.Booking;
    }

    private bool IsSought(Patient patient) => !patient.IsLeaving && patient.Booking is null && patient.Pathway != Pathway.P0
        && scene.StayOf(patient) is { Plan.Needs: not null } stay && stay.DelayedDays(scene.Now) >= 2;

    /// <summary>
    /// A preferred home, or any other place, with a bed of the first suitable type that any place has; null if the person keeps
    /// waiting.
    /// </summary>
    private (SiteKey Place, BedType Type)? Place(Needs needs)
    {
        foreach (var type in needs.Types)
        {
            var free = scene.Sites.Select(site => site.Key).Where(key => HasBed(key, type)).ToList();
            if (free.Count > 0)
            {
                var wished = needs.Wished.Where(free.Contains).ToList();
                return (wished.Count > 0 ? wished[0] : _random.Of(free), type);
            }
        }

        return null;
    }

    /// <summary>The place that the person has accepted, once it has a bed.</summary>
    private (SiteKey Place, BedType Type)? Accepted(Stay stay) => OfferCourse.Accepted(stay) is (var place, var type) && HasBed(place, type) ? (place, type) : null;

    private bool HasBed(SiteKey key, BedType type)
    {
        var capacity = scene.Town.Find(key).Capacity;
        return capacity.Line(type) is { } line && capacity.Available(line, scene.Now) > 0;
    }

    private void PlanAnswer(Patient patient, Booking booking)
    {
        var at = scene.Now.AddHours(1 + 4 * _random.NextDouble());
        at = LocalDay.ToLocal(at).Hour < 18 ? at : _random.In(scene.Today.AddDays(1), 8, 10);
        switch (_random.Next(100))
        {
            case < 62:
                Answer(at, () => Accept(patient, booking));
                break;
            case < 84:
                Answer(at, () => AssessFirst(patient, booking));
                break;
            case < 94:
                Answer(at, () => Decline(patient, booking));
                break;
        }

        void Answer(DateTimeOffset when, Action act) => scene.At(when, () =>
        {
            if (patient.Booking?.Hold == booking.Hold && !patient.HasLeft)
            {
                act();
            }
        });
    }

    private void Accept(Patient patient, Booking booking)
    {
        if (scene.Town.Tell(booking.Place, new AcceptHold(booking.Hold)) is not null)
        {
            patient.Booking = booking with { IsAccepted = true };
            asking.Close(patient, EnquiryWords.FoundElsewhere, Team);
            if (LocalDay.Of(booking.Arrival) <= scene.Today)
            {
                Postpone(patient);
            }
        }
    }

    private void AssessFirst(Patient patient, Booking booking)
    {
        var at = booking.Arrival.AddHours(-1);
        if (at <= scene.Now || scene.Town.Tell(booking.Place, new PlanAssessment(booking.Hold, at, "Our senior carer comes to the ward")) is null)
        {
            return;
        }

        if (patient.Pathway == Pathway.P3)
        {
            scene.Tell(patient, new RecordDelay(patient.Reference, DelayReason.CareHomeUnderway, Primary: true));
        }

        scene.At(at.AddMinutes(50), patient, _ =>
        {
            if (_random.Chance(0.8))
            {
                Accept(patient, booking);
            }
            else
            {
                Decline(patient, booking);
            }
        });
    }

    private void Decline(Patient patient, Booking booking)
    {
        scene.Town.Tell(booking.Place, new DeclineHold(booking.Hold, _random.Of(Phrases.Declined)));
        offers.PlaceDeclined(patient, booking.Place);
        patient.Booking = null;
    }

    /// <summary>A hold that nobody answered expires, and a bed is sought again.</summary>
    private static void RunOut(Patient patient, string hold)
    {
        if (patient.Booking is { IsAccepted: false } booking && booking.Hold == hold)
        {
            patient.Booking = null;
        }
    }

    private static DateOnly NextWeekday(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (Rhythm.IsWeekend(day));
        return day;
    }
}
