using CapacityBoard.Assessments;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>A person's admission, stay and discharge in words.</summary>
internal static class StayLines
{
    public static string Of(SiteEvent happened, StoryContext context) => happened switch
    {
        StayAdmitted e => $"Admitted to {context.Here}, bed {e.Stay.Bed}. In hospital since {context.Time(e.Stay.AdmittedAt)}.{Known(e.Stay, context)}",
        BedChanged e => $"Moved to bed {e.Bed}{(context.Before is { } stay ? $", from bed {stay.Bed}" : "")}.",
        ExpectedDischargeSet e => Expected(e, context),
        MedicallyOptimisedDeclared e => $"Medically optimised since {context.Time(e.At)}.",
        MedicallyOptimisedWithdrawn e => $"No longer medically optimised{StoryContext.Because(e.Reason)}",
        MedicallyOptimisedCancelled e => $"Was never medically optimised: the declaration from {context.Time(e.Since)} was a mistake{StoryContext.Because(e.Reason)}",
        StayDischarged e => $"Discharged {context.Time(e.At)}: {StayWords.Of(e.Destination)}{(e.To is { } to ? $", {context.NameOf(to)}" : "")}.{Open(context)}",
        DischargeCancelled e => $"Did not leave. The discharge was a mistake. In bed {e.Stay.Bed}{StoryContext.Because(e.Reason)}",
        AdmissionCancelled e => $"The admission was a mistake and is not counted{StoryContext.Because(e.Reason)}{(Open(context) is { Length: > 0 } open ? $".{open}" : "")}",
        StayCorrected e => $"Corrected: {Corrected(e, context)}{StoryContext.Because(e.Reason)}",
        TransferBegun e => $"Transfer to {context.NameOf(e.To)}, bed {e.Bed}, begun.",
        TransferAccepted e => $"Arrived on {context.Here}, bed {e.Stay.Bed}, from {context.NameOf(e.From)}.{(AssessmentWords.MovedWith(e.Stay) is { } moved ? $" {moved}" : "")}",
        TransferCompleted e => $"Left {context.Here} for {context.NameOf(e.To)}.",
        TransferAbandoned e => $"The transfer did not happen{StoryContext.Because(e.Reason)}",
        _ => "Something else was recorded.",
    };

    private static string Open(StoryContext context) => context.Before is { } stay && AssessmentWords.EndedWith(stay) is { } words ? $" {words}" : "";

    private static string Known(Stay stay, StoryContext context) => string.Concat(new[]
    {
        stay.HomeLocality is { } home ? $" Lives in {Labels.OfPart(home)}." : null,
        stay.ExpectedDischarge is { } day ? $" Expected to leave {context.Day(day)}." : null,
    });

    private static string Expected(ExpectedDischargeSet e, StoryContext context)
    {
        var was = context.Before?.ExpectedDischarge is { } before && before != e.Date ? $", was {context.Day(before)}" : "";
        return e.Date is { } day
            ? $"Expected to leave {context.Day(day)}{was}{StoryContext.Because(e.Reason)}"
            : $"Expected date of discharge removed{was}{StoryContext.Because(e.Reason)}";
    }

    private static string Corrected(StayCorrected e, StoryContext context) => string.Join(", ", new[]
    {
        e.Age == context.Before?.Age ? null : $"aged {StayWords.Of(e.Age)}",
        e.AdmittedAt == context.Before?.AdmittedAt ? null : $"in hospital since {context.Time(e.AdmittedAt)}",
        e.HomeLocality is null || e.HomeLocality == context.Before?.HomeLocality ? null : $"lives in {Labels.OfPart(e.HomeLocality)}",
    }.OfType<string>().DefaultIfEmpty("nothing else"));
}
