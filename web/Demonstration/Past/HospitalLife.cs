using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Past;

/// <summary>Simulates one hospital's days.</summary>
internal sealed class HospitalLife
{
    private readonly Patients _patients;
    private readonly AssessmentCourse _assessments;
    private readonly PlanMaking _plans;
    private readonly Asking _asking;
    private readonly GoingBack _back;
    private readonly OfferCourse _offers;
    private readonly Bookings _bookings;
    private readonly Departures _departures;
    private readonly Arrivals _arrivals;
    private readonly Rounds _rounds;

    public HospitalLife(Scene scene, Hospital hospital, UnitStays units)
    {
        _patients = new(scene, hospital);
        _assessments = new(scene);
        _plans = new(scene, new(scene, _assessments));
        _asking = new(scene, _patients);
        _back = new(scene, _patients);
        _offers = new(scene, _patients);
        _bookings = new(scene, _patients, units, _asking, _offers);
        _departures = new(scene, _patients, _plans, _bookings, _asking);
        _arrivals = new(scene, hospital, _patients, _departures, _plans, _back);
        _rounds = new(scene, _patients);
    }

    public void Begin() => _arrivals.FillBeds();

    /// <summary>Leaves a home with an unanswered hold, two enquiries and a resident in hospital at the end, for visitors to look at.</summary>
    public void AskToAnswer(SiteKey home)
    {
        _bookings.AskToAnswer(home);
        _asking.AskToAnswer(home);
        _back.AskToAnswer(home);
    }

    public void PlanDay(DateOnly day)
    {
        _arrivals.PlanDay(day);
        _departures.PlanDay(day);
        _plans.PlanDay(day, _patients);
        _asking.PlanDay(day);
        _assessments.PlanDay(day, _patients);
        _offers.PlanDay(day);
        _bookings.PlanDay(day);
        _rounds.PlanDay(day);
    }
}
