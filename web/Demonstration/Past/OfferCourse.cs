using CapacityBoard.Beds;
using CapacityBoard.Offers;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>The places that a hospital's people are offered some days after they are medically optimised, what they answer, and the letters.</summary>
internal sealed class OfferCourse(Scene scene, Patients patients)
{
    private static readonly DeclineReason[] Reasons =
    [
        DeclineReason.TooFar, DeclineReason.TooFar, DeclineReason.Fees, DeclineReason.NotAsWished, DeclineReason.NotAsWished, DeclineReason.WantsAnotherPlace,
        DeclineReason.WantsAnotherPlace, DeclineReason.Quality, DeclineReason.NotReadyToDecide,
    ];

    /// <summary>Draws of its own, so that it changes as little as possible of what else happens.</summary>
    private readonly Random _random = new(patients.Hospital.Prefix[0] + 1);

    public void PlanDay(DateOnly day)
    {
        if (Rhythm.IsWeekend(day))
        {
            return;
        }

        foreach (var patient in patients.LongStays.Where(patient => IsToOffer(patient) && _random.Chance(0.25)).ToList())
        {
            scene.At(_random.In(day, 10, 16), patient, stay => Offer(patient, stay));
        }

        foreach (var patient in patients.LongStays.Where(patient => Due(patient, day) is not null && _random.Chance(0.7)).ToList())
        {
            scene.At(_random.In(day, 11, 16), patient, _ => GiveLetter(patient, day));
        }
    }

    /// <summary>The place that the person has accepted; null if there is none.</summary>
    public static (SiteKey Place, BedType Type)? Accepted(Stay stay) =>
        stay.Offers.LastOrDefault(offer => offer.IsAccepted) is { } offer ? (offer.Place, offer.Type) : null;

    /// <summary>Somebody for whom a bed is held is offered the place too, if they were not, and mostly accepts it within a day.</summary>
    public void Booked(Patient patient, SiteKey place, BedType type)
    {
        if (scene.StayOf(patient) is { } stay && patient.Pathway >= Pathway.P2 && Standing(stay, place) is null && Offer(patient, place, type, isInterim: false) is { } offer)
        {
            Later(patient, offer, 2 + 16 * _random.NextDouble(), () => Accept(patient, offer));
        }
    }

    public void PlaceDeclined(Patient patient, SiteKey place)
    {
        if (scene.StayOf(patient) is { } stay && Standing(stay, place) is { } offer)
        {
            scene.Tell(patient, new WithdrawOffer(patient.Reference, offer.Id, WithdrawalReason.PlaceDeclined));
        }
    }

    private bool IsToOffer(Patient patient) => !patient.IsLeaving && patient.Booking is null && patient.Pathway >= Pathway.P2
        && scene.StayOf(patient) is { Plan.Needs: not null, WaitsOn: not WaitsOn.Place } stay && stay.DelayedDays(scene.Now) >= 2 && !stay.Offers.Any(offer => offer.WaitsForAnswer);

    private void Offer(Patient patient, Stay stay)
    {
        if (!IsToOffer(patient))
        {
            return;
        }

        var isInterim = patient.Pathway == Pathway.P3 && !stay.Offers.IsEmpty && _random.Chance(0.4);
        var types = isInterim ? [BedType.DischargeToAssess, BedType.StepDown] : stay.Plan!.Needs!.Types;
        if (PlaceToOffer.For(stay, types, scene, _random) is (var place, var type) && Offer(patient, place, type, isInterim) is { } offer)
        {
            var hours = patient.Pathway == Pathway.P2 ? 2 + 20 * _random.NextDouble() : 6 + 70 * _random.NextDouble();
            Later(patient, offer, hours, () => Answer(patient, offer));
        }
    }

    private string? Offer(Patient patient, SiteKey place, BedType type, bool isInterim) =>
        scene.Town.Tell(patient.Ward, new OfferPlace(patient.Reference, place, type, isInterim) { Fees = scene.Town.Find(place).Fees });

    private void Answer(Patient patient, string offer)
    {
        switch (_random.Next(patient.Pathway == Pathway.P2 ? 60 : 100))
        {
            case < 52:
                Accept(patient, offer);
                break;
            case < 80:
                Decline(patient, offer);
                break;
            default:
                var visit = scene.Today.AddDays(_random.Next(1, 4));
                scene.Tell(patient, new AnswerOffer(patient.Reference, offer, FamilyAnswer.WantsToSeeFirst, SeeOn: visit));
                Later(patient, offer, 24 * (visit.DayNumber - scene.Today.DayNumber) + 3, () => AfterVisit(patient, offer));
                break;
        }
    }

    private void AfterVisit(Patient patient, string offer)
    {
        if (_random.Chance(0.6))
        {
            Accept(patient, offer);
        }
        else
        {
            Decline(patient, offer);
        }
    }

    /// <summary>Some places are gone before the person can move in.</summary>
    private void Accept(Patient patient, string offer)
    {
        scene.Tell(patient, new AnswerOffer(patient.Reference, offer, FamilyAnswer.Accepted));
        if (_random.Chance(0.15))
        {
            Later(patient, offer, 30 + 40 * _random.NextDouble(), () =>
            {
                if (patient.Booking is null)
                {
                    scene.Tell(patient, new WithdrawOffer(patient.Reference, offer, WithdrawalReason.PlaceNoLongerFree));
                }
            });
        }
    }

    private void Decline(Patient patient, string offer) =>
        scene.Tell(patient, new AnswerOffer(patient.Reference, offer, FamilyAnswer.Declined, _random.Of(Reasons), _random.Chance(0.2) ? _random.Of(Phrases.DeclinedByFamily) : null));

    /// <summary>The letter that is due by the policy; null if none is.</summary>
    private ChoiceLetter? Due(Patient patient, DateOnly day) =>
        scene.StayOf(patient) is { } stay && ChoiceClock.Of(stay, LocalityPolicy.Default.Choice, scene.Now)?.Next is { } next && next.Due <= day ? next.Letter : null;

    private void GiveLetter(Patient patient, DateOnly day)
    {
        if (Due(patient, day) is { } letter)
        {
            scene.Tell(patient, new GiveChoiceLetter(patient.Reference, letter));
        }
    }

    /// <summary>In the day, if the offer still stands then.</summary>
    private void Later(Patient patient, string offer, double hours, Action act)
    {
        var at = scene.Now.AddHours(hours);
        scene.At(LocalDay.ToLocal(at).Hour is >= 9 and < 19 ? at : _random.In(LocalDay.Of(at.AddHours(5)), 9, 12), patient, stay =>
        {
            if (stay.Offered?.Find(offer) is { Stands: true })
            {
                act();
            }
        });
    }

    private static Offer? Standing(Stay stay, SiteKey place) => stay.Offers.LastOrDefault(offer => offer.Place == place && offer.Stands);
}
