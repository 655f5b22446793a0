using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.GrandRounds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>The rules of stays, the same on wards and in intermediate care units.</summary>
public static class StayDecisions
{
    private const int LongestPastExpectation = 31;

    public static Decision Decide(StayCommand command, Site site, Moment moment) => command switch
    {
        AdmitStay c => Admissions.Admit(c, site, moment),
        AcceptTransfer c => Admissions.Accept(c, site, moment),
        BeginTransfer c => Transfers.Begin(c, site, moment),
        CompleteTransfer c => Transfers.Complete(c, site),
        AbandonTransfer c => Transfers.Abandon(c, site),
        ChangeBed c => Of(c.Stay, site, stay => Admissions.CheckBed(c.Bed, stay.Reference, site) is { } refusal ? refusal : new BedChanged(stay.Reference, c.Bed)),
        SwapBeds c => Of(c.Stay, site, stay => Of(c.With, site, other => Admissions.Swap(stay, other), "with")),
        SetExpectedDischarge c => Of(c.Stay, site, stay => SetExpectedDischarge(c, stay, moment)),
        DeclareMedicallyOptimised c => Of(c.Stay, site, stay => DeclareOptimised(c, stay, moment)),
        WithdrawMedicallyOptimised c => Of(c.Stay, site, stay => WithdrawOptimised(c, stay)),
        DischargeStay c => Of(c.Stay, site, stay => Discharge(c, stay, site, moment)),
        CancelAdmission c => Of(c.Stay, site, stay => Corrections.CancelAdmission(c, stay)),
        CancelDischarge c => Corrections.CancelDischarge(c, site, moment),
        CancelMedicallyOptimised c => Of(c.Stay, site, stay => Corrections.CancelOptimised(c, stay)),
        CorrectStay c => Of(c.Stay, site, stay => Corrections.Correct(c, stay, moment)),
        PlanCommand c => Of(c.Stay, site, stay => PlanDecisions.Decide(c, stay, moment)),
        ReviewCommand c => Of(c.Stay, site, stay => ReviewDecisions.Decide(c, stay, moment)),
        AssessmentCommand c => Of(c.Stay, site, stay => AssessmentDecisions.Decide(c, stay, moment)),
        OfferCommand c => Of(c.Stay, site, stay => OfferDecisions.Decide(c, stay, site, moment)),
        SetUsualResidence c => Of(c.Stay, site, stay => ResidenceDecisions.Set(c, stay, site)),
        _ => Decision.Refuse(RefusalCode.NotForThisKind, $"{command.GetType().Name} is not known here."),
    };

    internal static Decision Of(string reference, Site site, Func<Stay, Decision> decide, string field = "stay") => site.Stays.Find(reference) is { } stay
        ? decide(stay)
        : Decision.Refuse(RefusalCode.UnknownStay, WhereItWent(reference, site), field);

    private static string WhereItWent(string reference, Site site) => site.Stays.FindGone(reference) is { } gone
        ? $"{gone.Stay.Reference} left on {Words.Of(gone.At)}. If that was a mistake, cancel the discharge first."
        : "No stay with that reference is here. The person may have been discharged or transferred.";

    private static Decision SetExpectedDischarge(SetExpectedDischarge command, Stay stay, Moment moment)
    {
        if (Limits.OptionalText(command.Reason, "reason", Limits.LongText) is { } wrong)
        {
            return wrong;
        }

        var today = LocalDay.Of(moment.Clock);
        var refusal = command.Date switch
        {
            null => null,
            { } day when day >= today => Limits.FromToday(day, "date", moment.Clock),
            { } day when string.IsNullOrWhiteSpace(command.Reason) => Limits.Invalid(
                "reason", $"'date' is {day:O}, which has passed. Give a 'reason', or use today or a later date."),
            { } day when day < today.AddDays(-LongestPastExpectation) => Limits.Invalid(
                "date", $"'date' is {day:O}. It must be at most {LongestPastExpectation} days ago."),
            _ => null,
        };
        return refusal is null ? new ExpectedDischargeSet(stay.Reference, command.Date, command.Reason) : refusal;
    }

    private static Decision DeclareOptimised(DeclareMedicallyOptimised command, Stay stay, Moment moment)
    {
        var at = command.At ?? moment.Now;
        if (Limits.Happened(at, "at", moment.Now) is { } refusal)
        {
            return refusal;
        }

        if (at < stay.AdmittedAt)
        {
            return Limits.Invalid("at", $"'at' is before the admission of {Words.Of(stay.AdmittedAt)}.");
        }

        return stay.Optimised is null
            ? new Decision([new MedicallyOptimisedDeclared(stay.Reference, at), .. CausedDelays.OpenedWhenReady(stay, at)], null)
            : Decision.Refuse(
                RefusalCode.NotInThatState, $"Already medically optimised since {Words.Of(stay.Optimised.At)}. Withdraw that first to change it.");
    }

    private static Decision WithdrawOptimised(WithdrawMedicallyOptimised command, Stay stay)
    {
        if (Limits.RequiredText(command.Reason, "reason") is { } refusal)
        {
            return refusal;
        }

        return stay.Optimised is not null
            ? new MedicallyOptimisedWithdrawn(stay.Reference, command.Reason)
            : Decision.Refuse(RefusalCode.NotInThatState, "The person is not declared medically optimised, so there is nothing to withdraw.");
    }

    private static Decision Discharge(DischargeStay command, Stay stay, Site site, Moment moment)
    {
        var at = command.At ?? moment.Now;
        if (Limits.Happened(at, "at", moment.Now) is { } refusal)
        {
            return refusal;
        }

        if (stay.Transfer is { } transfer)
        {
            return Decision.Refuse(RefusalCode.NotInThatState, $"A transfer to {transfer.To} is in progress. Discharge the person when it has finished.", "stay");
        }

        if (command.To == site.Key)
        {
            return Limits.Invalid("to", "'to' must be where the person is going, not where they are leaving from.");
        }

        return at >= stay.AdmittedAt
            ? new StayDischarged(stay.Reference, stay.Type, command.Destination, at, command.To)
            : Limits.Invalid("at", $"'at' is before the admission of {Words.Of(stay.AdmittedAt)}.");
    }
}
