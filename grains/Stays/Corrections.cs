using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Decides corrections of mistakes. Nothing is removed from the journal: a new event says that an earlier one was wrong.</summary>
internal static class Corrections
{
    public static Decision CancelAdmission(CancelAdmission command, Stay stay) => Limits.RequiredText(command.Reason, "reason") is { } refusal
        ? refusal
        : stay.Transfer is { } transfer
            ? Decision.Refuse(RefusalCode.NotInThatState, $"A transfer to {transfer.To} is in progress. Wait until it has finished.", "stay")
            : new AdmissionCancelled(stay.Reference, stay.Type, command.Reason);

    public static Decision CancelDischarge(CancelDischarge command, Site site, Moment moment)
    {
        if (Limits.RequiredText(command.Reason, "reason") is { } wrong)
        {
            return wrong;
        }

        if (site.Stays.Find(command.Stay) is { } here)
        {
            return Decision.Refuse(RefusalCode.AlreadyHere, $"{here.Reference} is already here.", "stay");
        }

        if (site.Stays.FindGone(command.Stay) is not { } gone)
        {
            return Decision.Refuse(RefusalCode.UnknownStay, "No such stay was discharged from here in the last 7 days. Admit the person again.", "stay");
        }

        var stay = gone.Stay with { Bed = command.Bed ?? gone.Stay.Bed, Transfer = null };
        return (Admissions.CheckBed(stay.Bed, stay.Reference, site) ?? (command.IsHere ? null : CheckVacancy(stay.Type, site, moment.Clock))) is { } refusal
            ? refusal
            : new Decision(
                [.. Admissions.FirstBed(stay.Type, site), new DischargeCancelled(stay, command.Reason, Admissions.NeedsExtraBed(stay.Type, site, moment.Clock))], null);
    }

    public static Decision CancelOptimised(CancelMedicallyOptimised command, Stay stay)
    {
        if (Limits.RequiredText(command.Reason, "reason") is { } refusal)
        {
            return refusal;
        }

        return stay.Optimised is { } optimised
            ? new MedicallyOptimisedCancelled(stay.Reference, optimised.At, command.Reason)
            : Decision.Refuse(RefusalCode.NotInThatState, "The person is not declared medically optimised, so there is nothing to cancel.");
    }

    public static Decision Correct(CorrectStay command, Stay stay, Moment moment)
    {
        var right = new StayCorrected(
            stay.Reference, command.Age ?? stay.Age, command.AdmittedAt ?? stay.AdmittedAt, command.Reason, command.HomeLocality ?? stay.HomeLocality);
        if ((Limits.RequiredText(command.Reason, "reason")
            ?? Admissions.CheckHome(right.HomeLocality)
            ?? Limits.Happened(right.AdmittedAt, "admittedAt", moment.Now)
            ?? CheckOrder(right.AdmittedAt, stay)) is { } refusal)
        {
            return refusal;
        }

        return (right.Age, right.AdmittedAt, right.HomeLocality) == (stay.Age, stay.AdmittedAt, stay.HomeLocality) ? Decision.Nothing : right;
    }

    private static Refusal? CheckOrder(DateTimeOffset admittedAt, Stay stay)
    {
        var first = stay.Optimised is { } ready && ready.At < stay.ArrivedAt ? ready.At : stay.ArrivedAt;
        return admittedAt <= first || admittedAt == stay.AdmittedAt
            ? null
            : Limits.Invalid("admittedAt", $"'admittedAt' is after {Words.Of(first)}, when the person was already here or medically optimised.");
    }

    private static Refusal? CheckVacancy(BedType type, Site site, DateTimeOffset now) => site.Capacity.Line(type) is not { } line
        ? CapacityDecisions.NoLine(type)
        : HoldDecisions.CheckVacancy(line, site.Capacity, now);
}
