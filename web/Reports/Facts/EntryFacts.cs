using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// The facts of an entry. They follow from the entry and its site before and after it, so that facts can be read from any position
/// of the journal on.
/// </summary>
internal static class EntryFacts
{
    /// <summary>
    /// Never throws, whatever the entry contains. A site that cannot be read has neither figures nor people, and is not to count as
    /// empty: only its name is a fact.
    /// </summary>
    public static IEnumerable<Fact> Of(FoldedEntry folded)
    {
        if (folded is not { Entry: var entry, After: { } after })
        {
            return [];
        }

        var recorded = new Recorded(entry.Position, entry.At, entry.Site);
        return after.Unreadable is null
            ?
            [
                .. OfSite(recorded, entry.Event, after),
                .. OfLines(recorded, folded.Before, after),
                .. OfDeclaration(recorded, entry.Event, folded.Before, after),
                .. entry.Event is SiteClosed ? [new ClosureFact(recorded)] : Array.Empty<Fact>(),
                .. OfHold(recorded, entry.Event),
                .. OfEnquiry(recorded, entry.Event, after),
                .. OfStay(recorded, entry.Event, after),
            ]
            : OfSite(recorded, entry.Event, after);
    }

    private static SiteFact[] OfSite(Recorded recorded, SiteEvent happened, Site after) =>
        happened is SiteRegistered or SiteDetailsRevised && after.Details is { } details ? [new(recorded, after.Kind, details.Name, details.Hospital)] : [];

    private static IEnumerable<LineFact> OfLines(Recorded recorded, Site? before, Site after)
    {
        if (before is not null && before.Capacity.Lines == after.Capacity.Lines && before.Closed is null == after.Closed is null)
        {
            yield break;
        }

        foreach (var type in TypesOf(before).Union(TypesOf(after)))
        {
            var (total, occupied, closed) = NumbersOf(after, type);
            if (before?.Capacity.Line(type) is null || NumbersOf(before, type) != (total, occupied, closed))
            {
                yield return new(recorded, type, total, occupied, closed);
            }
        }
    }

    private static IEnumerable<BedType> TypesOf(Site? site) => site?.Capacity.Lines.Select(line => line.Type) ?? [];

    private static (int Total, int Occupied, int Closed) NumbersOf(Site site, BedType type) =>
        site.Closed is null && site.Capacity.Line(type) is { } line ? (line.Total, line.Occupied, line.Closed) : default;

    private static DeclarationFact[] OfDeclaration(Recorded recorded, SiteEvent happened, Site? before, Site after)
    {
        var hasReopened = happened is SiteReopened;
        var hasDeclared = after.Capacity.Declared is { } declared && declared.At != before?.Capacity.Declared?.At;
        return hasReopened || hasDeclared ? [new(recorded, hasReopened)] : [];
    }

    private static Fact[] OfHold(Recorded recorded, SiteEvent happened) => happened switch
    {
        HoldPlaced e => [new HoldPlacedFact(recorded, e.Id, e.Type, e.Stay, e.Until)],
        HoldExtended e => [new HoldExtendedFact(recorded, e.Id, e.Until)],
        HoldDeclined e => [new HoldEndedFact(recorded, e.Id, HoldEnding.Declined)],
        HoldReleased e => [new HoldEndedFact(recorded, e.Id, HoldEnding.Released)],
        HoldBecameAdmission e => [new HoldEndedFact(recorded, e.Id, HoldEnding.Admitted)],
        ArrivalUndone e => [new HoldResumedFact(recorded, e.Id)],
        StayAdmitted { Hold: { } id } => [new HoldEndedFact(recorded, id, HoldEnding.Admitted)],
        TransferAccepted { Hold: { } id } => [new HoldEndedFact(recorded, id, HoldEnding.Admitted)],
        _ => [],
    };

    private static Fact[] OfEnquiry(Recorded recorded, SiteEvent happened, Site after) => happened switch
    {
        EnquiryMade e => [new EnquiryMadeFact(recorded, e.Id, e.Type, e.Stay, e.From, e.AnswerBy, after.Enquiries.Find(e.Id)?.IsLastMinute == true)],
        EnquiryAnswered e => [new EnquiryAnsweredFact(recorded, e.Id, e.Answer)],
        _ => [],
    };

    private static Fact[] OfStay(Recorded recorded, SiteEvent happened, Site after)
    {
        if (StayEvents.StayOf(happened) is not { } reference)
        {
            return [];
        }

        var notes = StayNotes.Of(after.Stays.Find(reference));
        return happened switch
        {
            StayAdmitted { Stay: var e } => [new ArrivalFact(recorded, reference, null, e.AdmittedAt, e.ArrivedAt, e.HomeLocality, notes)],
            TransferAccepted { Stay: var e, From: var from } => [new ArrivalFact(recorded, reference, from, e.AdmittedAt, e.ArrivedAt, e.HomeLocality, notes)],
            StayDischarged e => [new DischargeFact(recorded, reference, e.At, e.Destination)],
            DischargeCancelled => [new DischargeCancelledFact(recorded, reference, notes)],
            AdmissionCancelled => [new AdmissionCancelledFact(recorded, reference)],
            MedicallyOptimisedCancelled => [new OptimisedCancelledFact(recorded, reference)],
            StayCorrected e => [new CorrectionFact(recorded, reference, e.AdmittedAt, e.HomeLocality)],
            DayMarked e => [new DayFact(recorded, reference, e.Day, e.IsGreen, e.Reason)],
            MedicallyOptimisedDeclared or MedicallyOptimisedWithdrawn or PlanEvent when notes is not null => [new NotesFact(recorded, reference, notes)],
            PlaceOffered e => [new OfferMadeFact(recorded, reference, e.Id, e.Place)],
            OfferAnswered e => [new OfferAnsweredFact(recorded, reference, e.Id, e.Answer, e.Reason)],
            OfferWithdrawn e => [new OfferWithdrawnFact(recorded, reference, e.Id, e.Reason)],
            AssessmentRequested or AssessmentCompleted or AssessmentCancelled =>
                [.. AssessmentFact.Of(recorded, reference, after.Stays.Find(reference), ((AssessmentEvent)happened).Id)],
            _ => [],
        };
    }
}
