using System.Collections.Immutable;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration;

/// <summary>The next event on a ward: people come, wait and leave, and the grand round visits on its day.</summary>
internal sealed class WardDay(Random random)
{
    private const int ConfirmedAfterMinutes = 10;

    private int _admitted;

    public (SiteCommand Command, string By)? Next(Site ward, IReadOnlyList<Site> all, DateTimeOffset now)
    {
        var by = ward.Details!.Name;
        if (ToConfirm(ward, all, now) is { } arrived)
        {
            return (arrived.Confirmed, by);
        }

        if (ToReview(ward, now) is { } unseen)
        {
            return (Review(unseen, now), $"Grand round, {ward.Details.Hospital}");
        }

        var line = ward.Capacity.Lines.FirstOrDefault();
        var stay = ward.Stays.All.IsEmpty ? null : random.Of(ward.Stays.All);
        return random.Next(12) switch
        {
            2 when ToAnswer(ward, now) is (var asked, var offer) => (new AnswerOffer(asked.Reference, offer.Id, FamilyAnswer.Accepted), by),
            < 3 => (new ConfirmUnchanged(), by),
            < 5 when line is not null && ward.Capacity.Available(line, now) > 0 => (Admit(ward, all), by),
            < 7 when ToLeave(ward, all, now) is { } ready => (new DischargeStay(ready.Reference, Destination.UsualResidence, To: ready.GoesBack ? ready.UsualResidence!.Place : null), by),
            7 when stay is { Optimised: null } && stay.Midnights(now) < 3 => (new DeclareMedicallyOptimised(stay.Reference), by),
            8 when stay is { Optimised: not null, Delays.IsEmpty: true } => (Delayed(stay), by),
            9 when stay is not null && LocalDay.ToLocal(now).Hour >= 14 => (Mark(stay, now), by),
            10 when ToDo(ward, now) is (var waiting, var action) => (new CompleteAction(waiting.Reference, action.Id), action.Owner),
            11 when ToAssess(ward, now) is (var waiting, var open) => (
                new CompleteAssessment(waiting.Reference, open.Id, AssessmentTeams.OutcomeOf(open.Kind, random)), AssessmentTeams.NameOf(open.Kind, ward.Details.Hospital)),
            _ when stay is not null && (stay.ExpectedDischarge is null || stay.IsOverdue(now)) =>
                (new SetExpectedDischarge(stay.Reference, LocalDay.Of(now).AddDays(random.Next(0, 6)), "Looked at on the ward round"), by),
            _ => null,
        };
    }

    /// <summary>Somebody whose arrival elsewhere was reported some minutes ago.</summary>
    private static ReportedArrival? ToConfirm(Site ward, IReadOnlyList<Site> all, DateTimeOffset now)
    {
        var held = PlacesHeld.LiveFor(all, now);
        return ward.Stays.All.Select(stay => ReportedArrival.Of(stay, held(new(ward, stay))))
            .FirstOrDefault(reported => reported is not null && now - reported.Held.LastChange.At > TimeSpan.FromMinutes(ConfirmedAfterMinutes));
    }

    /// <summary>A long stay not yet reviewed, on the afternoon of the grand round.</summary>
    private static Stay? ToReview(Site ward, DateTimeOffset now) =>
        LocalDay.ToLocal(now) is { Hour: >= 13 and < 17 } local && local.DayOfWeek == LocalityPolicy.Default.GrandRoundDay
            ? ward.Stays.All.Where(stay => IsLong(stay, now) && (stay.Round?.Last is not { } last || LocalDay.Of(last.Reviewed.At) < LocalDay.Of(now)))
                .MaxBy(stay => stay.Midnights(now))
            : null;

    private ReviewStay Review(Stay stay, DateTimeOffset now)
    {
        var (what, owner) = Phrases.ActionFor(stay.PrimaryDelay?.Reason, random);
        ImmutableArray<NewAction> actions = stay.Optimised is null || random.Chance(0.3) ? [] : [new(what, owner, LocalDay.Of(now).AddDays(random.Next(1, 7)))];
        var outcome = stay.Optimised is null ? ReviewOutcome.NeedsHospital : random.Of([ReviewOutcome.PlanOnTrack, ReviewOutcome.PlanChanged, ReviewOutcome.Escalated]);
        return new(stay.Reference, outcome, Phrases.NoteOf(outcome, random), actions, stay.Round?.Last?.Id);
    }

    /// <summary>
    /// A person who may go home; a long stay only while the hospital has more of them than on the day that is shown.
    /// </summary>
    private static Stay? ToLeave(Site ward, IReadOnlyList<Site> all, DateTimeOffset now)
    {
        var usual = StockportPlan.Hospitals.FirstOrDefault(hospital => hospital.Name == ward.Details!.Hospital)?.LongStays ?? 0;
        var longStays = all.Where(site => site.Details!.Hospital == ward.Details!.Hospital).Sum(site => site.Stays.All.Count(stay => IsLong(stay, now)));
        return ward.Stays.All.FirstOrDefault(stay =>
            stay.Optimised is not null && (IsLong(stay, now) ? longStays > usual && stay.Plan?.Pathway <= Pathway.P1 : stay.Midnights(now) < Patients.LongStay - 1));
    }

    /// <summary>A reason for delay, or the assessment that brings it.</summary>
    private SiteCommand Delayed(Stay stay)
    {
        var reason = random.Delay(stay.Plan?.Pathway);
        return AssessmentTeams.AskedFor(reason) is { } kind && stay.Asked?.Open(kind) is null
            ? new RequestAssessment(stay.Reference, kind)
            : new RecordDelay(stay.Reference, reason);
    }

    /// <summary>An assessment whose turn has come: each takes between half and twice its team's usual time.</summary>
    private static (Stay Stay, Assessment Open)? ToAssess(Site ward, DateTimeOffset now) => ward.Stays.All
        .SelectMany(stay => stay.Assessments.Where(each => each.IsOpen), (stay, open) => ((Stay, Assessment)?)(stay, open))
        .FirstOrDefault(each => each is (_, var open) && open.Waited(now) > AssessmentTeams.Usual(open.Kind, ward.Details!.Hospital) * (0.5 + open.Id.Sum(letter => letter) % 16 / 10.0));

    /// <summary>An offer that the family has had for a day or two.</summary>
    private static (Stay Stay, Offer Offer)? ToAnswer(Site ward, DateTimeOffset now) => ward.Stays.All
        .SelectMany(stay => stay.Offers.Where(each => each.WaitsForAnswer && now - each.Made.At > TimeSpan.FromHours(40)), (stay, offer) => ((Stay, Offer)?)(stay, offer))
        .FirstOrDefault();

    private MarkDay Mark(Stay stay, DateTimeOffset now)
    {
        var isGreen = random.Chance(stay.Optimised is null ? 0.7 : 0.1);
        return new(stay.Reference, LocalDay.Of(now), isGreen, isGreen ? null : stay.PrimaryDelay?.Reason ?? DelayReason.MedicalReview);
    }

    private static (Stay Stay, AgreedAction Action)? ToDo(Site ward, DateTimeOffset now) => ward.Stays.All
        .SelectMany(stay => (stay.Round?.Open ?? []).Where(action => action.Due == LocalDay.Of(now)).Select(action => ((Stay, AgreedAction)?)(stay, action)))
        .FirstOrDefault();

    /// <summary>About a third come from a care home, or have a home care provider.</summary>
    private AdmitStay Admit(Site ward, IReadOnlyList<Site> all) => new(
        $"SH{50_000 + random.Next(40_000)}-{_admitted++}",
        ward.FreeBed(),
        Age: AgeBand.From75To84,
        HomeLocality: ward.Key.Locality,
        UsualResidence: random.Chance(0.33) ? random.Of(all.Where(site => site.Kind.IsResidence() && site.Closed is null).ToList()).Key : null);

    private static bool IsLong(Stay stay, DateTimeOffset now) => stay.Midnights(now) >= LocalityPolicy.Default.LongStayMidnights;
}
