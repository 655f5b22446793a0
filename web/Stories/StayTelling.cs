using CapacityBoard.People;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>A person's coming, staying and going, in words.</summary>
internal static class StayTelling
{
    public static string Of(SiteEvent happened, Telling told) => happened switch
    {
        StayAdmitted e => $"Admitted to {told.Here}, bed {e.Stay.Bed}. In hospital since {told.Time(e.Stay.AdmittedAt)}.{Known(e.Stay, told)}",
        BedChanged e => $"Moved to bed {e.Bed}{(told.Before is { } stay ? $", from bed {stay.Bed}" : "")}.",
        ExpectedDischargeSet e => Expected(e, told),
        MedicallyOptimisedDeclared e => $"Medically optimised since {told.Time(e.At)}.",
        MedicallyOptimisedWithdrawn e => $"No longer medically optimised{Telling.Because(e.Reason)}",
        MedicallyOptimisedCancelled e => $"Was never medically optimised: the declaration from {told.Time(e.Since)} was a mistake{Telling.Because(e.Reason)}",
        StayDischarged e => $"Discharged {told.Time(e.At)}: {StayWords.Of(e.Destination)}{(e.To is { } to ? $", {told.NameOf(to)}" : "")}.",
        DischargeCancelled e => $"Did not leave. The discharge was a mistake. In bed {e.Stay.Bed}{Telling.Because(e.Reason)}",
        AdmissionCancelled e => $"The admission was a mistake and is not counted{Telling.Because(e.Reason)}",
        StayCorrected e => $"Corrected: {Corrected(e, told)}{Telling.Because(e.Reason)}",
        TransferBegun e => $"Transfer to {told.NameOf(e.To)}, bed {e.Bed}, begun.",
        TransferAccepted e => $"Arrived on {told.Here}, bed {e.Stay.Bed}, from {told.NameOf(e.From)}.",
        TransferCompleted e => $"Left {told.Here} for {told.NameOf(e.To)}.",
        TransferAbandoned e => $"The transfer did not happen{Telling.Because(e.Reason)}",
        _ => "Something else was recorded.",
    };

    private static string Known(Stay stay, Telling told) => string.Concat(new[]
    {
        stay.HomeLocality is { } home ? $" Lives in {Labels.OfPart(home)}." : null,
        stay.ExpectedDischarge is { } day ? $" Expected to leave {told.Day(day)}." : null,
    });

    private static string Expected(ExpectedDischargeSet e, Telling told)
    {
        var was = told.Before?.ExpectedDischarge is { } before && before != e.Date ? $", was {told.Day(before)}" : "";
        return e.Date is { } day
            ? $"Expected to leave {told.Day(day)}{was}{Telling.Because(e.Reason)}"
            : $"Expected date of discharge removed{was}{Telling.Because(e.Reason)}";
    }

    private static string Corrected(StayCorrected e, Telling told) => string.Join(", ", new[]
    {
        e.Age == told.Before?.Age ? null : $"aged {StayWords.Of(e.Age)}",
        e.AdmittedAt == told.Before?.AdmittedAt ? null : $"in hospital since {told.Time(e.AdmittedAt)}",
        e.HomeLocality is null || e.HomeLocality == told.Before?.HomeLocality ? null : $"lives in {Labels.OfPart(e.HomeLocality)}",
    }.OfType<string>().DefaultIfEmpty("nothing else"));
}
