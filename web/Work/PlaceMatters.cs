using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Work;

/// <summary>What waits for a care home, intermediate care unit, home-care provider or ward as a place with beds.</summary>
internal static class PlaceMatters
{
    public static IEnumerable<Matter> Of(Site place, LocalityPolicy policy, DateTimeOffset now) => All(place, policy, now).Select(matter => Possible(matter, place, now));

    /// <summary>What a trusted assessor has to do for a place that agreed to it.</summary>
    public static IEnumerable<Matter> OfTrustedAssessor(Site place, DateTimeOffset now) => place.Enquiries.TrustedAssessors is null
        ? []
        : place.Enquiries.Open
            .Where(enquiry => enquiry is { IsYes: false, WaitsForReply: false, Assessment: null or { By: AssessedBy.TrustedAssessor } })
            .Select(enquiry => Enquiry(place, enquiry) with
            {
                Kind = MatterKind.AssessForPlace,
                Words = enquiry.Assessment is { Done: null } ? "Assess the person for this place" : "Assess the person for this place, or answer",
                Due = enquiry.Assessment is { Done: null } planned ? planned.At : enquiry.AnswerBy,
                Act = null,
            });

    /// <summary>A place's own resident in hospital, of whose return it has not said anything.</summary>
    public static Matter OfResident(Site place, PersonsResidence resident) => new(
        MatterKind.AnswerReturn, place.Key, place.Details!.Name, $"{resident.At}|{resident.Stay.Reference}", resident.Stay.Reference, "In hospital and to come back to you: can they?", $"{Paths.OfSite(place.Key)}#{ResidentsSection.Id}", resident.Told.At, null,
        new(ReturnWords.Of(ReturnAnswer.SameSupport), "The ward can see this.", place.Kind, place.Key, new AnswerReturn(resident.Stay.Reference, resident.At, ReturnAnswer.SameSupport)));

    private static IEnumerable<Matter> All(Site place, LocalityPolicy policy, DateTimeOffset now) =>
    [
        .. place.Enquiries.Open.Where(enquiry => enquiry is { IsYes: false, WaitsForReply: false }).Select(enquiry => Enquiry(place, enquiry)),
        .. place.Capacity.LiveHolds(now).Select(hold => Hold(place, hold, now)).OfType<Matter>(),
        .. place.Capacity.Expected.Where(expected => expected.IsDue(now)).Select(expected => Expected(place, expected)),
        .. Figures(place, policy, now),
    ];

    /// <summary>Without its act, and with the reason, if the place would refuse it now: suspended, or no bed is free.</summary>
    private static Matter Possible(Matter matter, Site place, DateTimeOffset now) =>
        matter.Act is { } act && SiteDecisions.Decide(act.Command, place, new(now, matter.Id)).Refusal is { } refusal
            ? matter with { Act = null, Words = $"{matter.Words} {refusal.Message}" }
            : matter;

    private static Matter Enquiry(Site place, Enquiry enquiry) => new(
        MatterKind.AnswerEnquiry, place.Key, place.Details!.Name, enquiry.Id, enquiry.Stay, $"Can you take this person, in {BedWords.A(enquiry.Type)}?", $"{Paths.OfSite(place.Key)}#{ElementId.Of("enquiry", enquiry.Id)}", enquiry.Question?.Replied?.At ?? enquiry.Made.At, enquiry.AnswerBy,
        new("Can take now", "Answered: can take now.", place.Kind, place.Key, new AnswerEnquiry(enquiry.Id, PlaceAnswer.Now)));

    private static Matter? Hold(Site place, Hold hold, DateTimeOffset now)
    {
        var path = $"{Paths.OfSite(place.Key)}#{HoldSection.Id}";
        if (hold.Answer is not { IsAccepted: true })
        {
            return new(MatterKind.AnswerHold, place.Key, place.Details!.Name, hold.Id, hold.Stay, $"{BedWords.Noun(hold.Type).AsSentence()} held: accept or decline", path, hold.Placed.At, hold.Until, new("Accept", "Accepted.", place.Kind, place.Key, new AcceptHold(hold.Id)));
        }

        if (!HoldSection.IsArrivalNear(hold, now))
        {
            return null;
        }

        return place.Kind.RecordsStays()
            ? new(MatterKind.Admit, place.Key, place.Details!.Name, hold.Id, hold.Stay, "Due to arrive: admit them", HoldSection.AdmissionPath(place, hold), hold.Answer.Answered.At, hold.Arrival ?? hold.Until)
            : new(MatterKind.ConfirmArrival, place.Key, place.Details!.Name, hold.Id, hold.Stay, "Due to arrive: have they come?", path, hold.Answer.Answered.At, hold.Arrival ?? hold.Until, new("Has arrived", "Admitted. The ward confirms that they left.", place.Kind, place.Key, new AdmitOnHold(hold.Id)));
    }

    private static Matter Expected(Site place, ExpectedVacancy expected) => new(
        MatterKind.ConfirmVacancy, place.Key, place.Details!.Name, expected.Id, null, $"Is the {BedWords.Noun(expected.Type)} free that you expected?", Paths.OfSite(place.Key), expected.Declared.At, expected.At,
        new("Free now", "The bed is free.", place.Kind, place.Key, new ConfirmExpectedVacancy(expected.Id)));

    /// <summary>As soon as somebody asks for them, or shortly before they become stale.</summary>
    private static IEnumerable<Matter> Figures(Site place, LocalityPolicy policy, DateTimeOffset now)
    {
        var (declared, request) = (place.Capacity.Declared, place.Capacity.Requested);
        var staleAt = declared?.At + policy.FreshnessOf(place.Kind).StaleAfter;
        if ((request ?? (staleAt - TimeSpan.FromMinutes(policy.Reminders.MinutesBeforeStale) <= now ? declared : null)) is { } since)
        {
            yield return new(
                MatterKind.ConfirmFigures, place.Key, place.Details!.Name, "figures", null, FiguresWords(request, staleAt <= now, place.Capacity.Lines.IsEmpty, now), Paths.OfSite(place.Key), since.At, staleAt,
                place.Capacity.Lines.IsEmpty ? null : new("Nothing has changed", "Confirmed: nothing has changed.", place.Kind, place.Key, new ConfirmUnchanged()));
        }
    }

    private static string FiguresWords(Stamp? request, bool isStale, bool hasNone, DateTimeOffset now)
    {
        var what = request is { } asked ? $"{asked.By} asked for your figures at {Age.Clock(asked.At, now)}" : isStale ? "Your figures are stale" : "Your figures will soon be stale";
        return $"{what}: {(hasNone ? "what is free with you?" : "are they still right?")}";
    }
}
