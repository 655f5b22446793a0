using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Fees;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Journal;

/// <summary>
/// The names under which the journal keeps each type of event, and how older shapes are read. A name is never reused for
/// another shape: a changed event gets a new name (<c>hold-placed-2</c>), and the old name gets an upcaster.
/// </summary>
/// <param name="upcasters">By old name: the name of the newer shape, and the function that makes its JSON from the older one.</param>
public sealed class EventCatalogue(IReadOnlyDictionary<string, Upcaster> upcasters)
{
    private static readonly FrozenDictionary<string, Type> Types = new Dictionary<string, Type>
    {
        ["site-registered"] = typeof(SiteRegistered),
        ["site-details-revised"] = typeof(SiteDetailsRevised),
        ["site-closed"] = typeof(SiteClosed),
        ["site-reopened"] = typeof(SiteReopened),
        ["vacancies-declared"] = typeof(VacanciesDeclared),
        ["unchanged-confirmed"] = typeof(UnchangedConfirmed),
        ["figures-requested"] = typeof(FiguresRequested),
        ["beds-closed"] = typeof(BedsClosed),
        ["beds-reopened"] = typeof(BedsReopened),
        ["vacancy-expected"] = typeof(VacancyExpected),
        ["expected-vacancy-confirmed"] = typeof(ExpectedVacancyConfirmed),
        ["expected-vacancy-cancelled"] = typeof(ExpectedVacancyCancelled),
        ["placements-suspended"] = typeof(PlacementsSuspended),
        ["suspension-lifted"] = typeof(SuspensionLifted),
        ["hold-placed"] = typeof(HoldPlaced),
        ["hold-extended"] = typeof(HoldExtended),
        ["hold-accepted"] = typeof(HoldAccepted),
        ["assessment-planned"] = typeof(AssessmentPlanned),
        ["hold-declined"] = typeof(HoldDeclined),
        ["hold-released"] = typeof(HoldReleased),
        ["hold-became-admission"] = typeof(HoldBecameAdmission),
        ["arrival-undone"] = typeof(ArrivalUndone),
        ["enquiry-made"] = typeof(EnquiryMade),
        ["enquiry-acknowledged"] = typeof(EnquiryAcknowledged),
        ["enquiry-assessment-planned"] = typeof(EnquiryAssessmentPlanned),
        ["enquiry-assessment-completed"] = typeof(EnquiryAssessmentCompleted),
        ["enquiry-answered"] = typeof(EnquiryAnswered),
        ["enquiry-questioned"] = typeof(EnquiryQuestioned),
        ["enquiry-replied-to"] = typeof(EnquiryRepliedTo),
        ["enquiry-withdrawn"] = typeof(EnquiryWithdrawn),
        ["trusted-assessment-agreed"] = typeof(TrustedAssessmentAgreed),
        ["trusted-assessment-ended"] = typeof(TrustedAssessmentEnded),
        ["stay-admitted"] = typeof(StayAdmitted),
        ["bed-changed"] = typeof(BedChanged),
        ["expected-discharge-set"] = typeof(ExpectedDischargeSet),
        ["medically-optimised-declared"] = typeof(MedicallyOptimisedDeclared),
        ["medically-optimised-withdrawn"] = typeof(MedicallyOptimisedWithdrawn),
        ["stay-discharged"] = typeof(StayDischarged),
        ["transfer-begun"] = typeof(TransferBegun),
        ["transfer-accepted"] = typeof(TransferAccepted),
        ["transfer-completed"] = typeof(TransferCompleted),
        ["transfer-abandoned"] = typeof(TransferAbandoned),
        ["admission-cancelled"] = typeof(AdmissionCancelled),
        ["discharge-cancelled"] = typeof(DischargeCancelled),
        ["medically-optimised-cancelled"] = typeof(MedicallyOptimisedCancelled),
        ["stay-corrected"] = typeof(StayCorrected),
        ["pathway-set"] = typeof(PathwaySet),
        ["needs-set"] = typeof(NeedsSet),
        ["delay-recorded"] = typeof(DelayRecorded),
        ["delay-ended"] = typeof(DelayEnded),
        ["day-marked"] = typeof(DayMarked),
        ["choice-list-given"] = typeof(ChoiceListGiven),
        ["stay-reviewed"] = typeof(StayReviewed),
        ["action-agreed"] = typeof(ActionAgreed),
        ["action-completed"] = typeof(ActionCompleted),
        ["action-changed"] = typeof(ActionChanged),
        ["action-dropped"] = typeof(ActionDropped),
        ["assessment-requested"] = typeof(AssessmentRequested),
        ["assessment-promised"] = typeof(AssessmentPromised),
        ["assessment-started"] = typeof(AssessmentStarted),
        ["assessment-completed"] = typeof(AssessmentCompleted),
        ["assessment-cancelled"] = typeof(AssessmentCancelled),
        ["place-offered"] = typeof(PlaceOffered),
        ["offer-answered"] = typeof(OfferAnswered),
        ["offer-withdrawn"] = typeof(OfferWithdrawn),
        ["choice-letter-given"] = typeof(ChoiceLetterGiven),
        ["fees-stated"] = typeof(FeesStated),
        ["usual-residence-set"] = typeof(UsualResidenceSet),
        ["return-answered"] = typeof(ReturnAnswered),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The catalogue of every shape ever written. None has been superseded yet.</summary>
    public static EventCatalogue Current { get; } = new(new Dictionary<string, Upcaster>());

    public static IEnumerable<string> AllNames => Types.Keys;

    public static (string Name, string Json) Write(SiteEvent happened) =>
        (Names[happened.GetType()], JsonSerializer.Serialize(happened, happened.GetType(), DomainJson.Options));

    /// <summary>Reads an event. If it cannot be read, the result is an <see cref="UnreadableEvent"/>, which stops only its own site.</summary>
    public SiteEvent Read(string name, string json)
    {
        try
        {
            return upcasters.TryGetValue(name, out var upcaster)
                ? Read(upcaster.NewerName, upcaster.Raise(JsonNode.Parse(json)!.AsObject()).ToJsonString())
                : Types.TryGetValue(name, out var type)
                    ? (SiteEvent?)JsonSerializer.Deserialize(json, type, DomainJson.Options) ?? new UnreadableEvent(name, "It is empty. Restore the journal from a backup.")
                    : new UnreadableEvent(name, "This version does not know such an event. Run the version that wrote it, or a newer one.");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return new UnreadableEvent(name, $"{malformed.Message} Restore the journal from a backup.");
        }
    }
}

/// <summary>Turns an older shape of an event into the next newer one.</summary>
public sealed record Upcaster(string NewerName, Func<JsonObject, JsonObject> Raise);
