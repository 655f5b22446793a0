using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>The rules of discharge plans: where a person is going and why they are not there yet.</summary>
public static class PlanDecisions
{
    private const int DaysToMark = 7;

    internal static Decision Decide(PlanCommand command, Stay stay, Moment moment)
    {
        var plan = stay.Plan ?? DischargePlan.Empty;
        return command switch
        {
            SetPathway c => plan.Pathway == c.Pathway ? Decision.Nothing : new PathwaySet(stay.Reference, c.Pathway),
            SetNeeds c => SetNeeds(c, stay, plan),
            RecordDelay c => Record(c with { Reason = Codes.Current(c.Reason) }, stay, plan, moment),
            EndDelay c => End(Codes.Current(c.Reason), stay, plan),
            MarkDay c => Mark(c with { Reason = c.Reason is { } reason ? Codes.Current(reason) : null }, stay, plan, moment),
            GiveChoiceList c => Give(c, stay, moment),
            _ => Decision.Refuse(RefusalCode.NotForThisKind, $"{command.GetType().Name} is not known here."),
        };
    }

    private static Decision SetNeeds(SetNeeds command, Stay stay, DischargePlan plan)
    {
        if (NeedsCheck.Check(command.Needs) is { } refusal)
        {
            return refusal;
        }

        return plan.Needs?.SaysTheSameAs(command.Needs) == true ? Decision.Nothing : new NeedsSet(stay.Reference, command.Needs);
    }

    private static Decision Record(RecordDelay command, Stay stay, DischargePlan plan, Moment moment)
    {
        var before = plan.Delays.FirstOrDefault(delay => delay.Reason == command.Reason);
        var since = command.Since ?? before?.Since ?? LocalDay.Of(moment.Now);
        if ((CheckDay(since, "since", LocalDay.Of(stay.AdmittedAt), moment) ?? Limits.OptionalText(command.Note, "note", Limits.LongText)) is { } refusal)
        {
            return refusal;
        }

        var owner = command.Owner ?? before?.Owner ?? command.Reason.Entry().Owner;
        var isPrimary = command.Primary || before?.IsPrimary == true || plan.Delays.IsEmpty;
        return before is not null && (before.Owner, before.Since, before.IsPrimary, before.Note) == (owner, since, isPrimary, command.Note)
            ? Decision.Nothing
            : new DelayRecorded(stay.Reference, command.Reason, owner, since, isPrimary, command.Note, before?.Assessment, before?.Offer);
    }

    private static Decision End(DelayReason reason, Stay stay, DischargePlan plan) => plan.Delays.Any(delay => delay.Reason == reason)
        ? new DelayEnded(stay.Reference, reason)
        : Decision.Refuse(RefusalCode.UnknownDelay, $"{Codes.Of(reason)} is not recorded as a reason for delay for this stay.", "reason");

    private static Decision Mark(MarkDay command, Stay stay, DischargePlan plan, Moment moment)
    {
        var admitted = LocalDay.Of(stay.AdmittedAt);
        var first = LocalDay.Of(moment.Now).AddDays(-DaysToMark);
        if ((CheckDay(command.Day, "day", first > admitted ? first : admitted, moment)
            ?? Limits.OptionalText(command.Note, "note", Limits.LongText)
            ?? CheckColour(command)) is { } refusal)
        {
            return refusal;
        }

        return plan.Of(command.Day) is { } marked && (marked.IsGreen, marked.Reason, marked.Note) == (command.IsGreen, command.Reason, command.Note)
            ? Decision.Nothing
            : new DayMarked(stay.Reference, command.Day, command.IsGreen, command.Reason, command.Note);
    }

    private static Refusal? CheckColour(MarkDay command) => (command.IsGreen, command.Reason) switch
    {
        (false, null) => Limits.Invalid("reason", $"A red day needs a reason: {Codes.Allowed<DelayReason>()}."),
        (true, not null) => Limits.Invalid("reason", "A green day has no reason. Leave 'reason' out."),
        _ => null,
    };

    private static Refusal? CheckDay(DateOnly day, string field, DateOnly first, Moment moment)
    {
        var today = LocalDay.Of(moment.Now);
        return day < first || day > today ? Limits.Invalid(field, $"'{field}' is {day:O}. It must be from {first:O} to {today:O}.") : null;
    }

    private static Decision Give(GiveChoiceList command, Stay stay, Moment moment) =>
        (command.Version < 0 ? Limits.Invalid("version", "'version' must be a version of the board: 0 or more.") : Limits.Happened(command.At, "at", moment.Now)) is { } refusal
            ? refusal
            : new ChoiceListGiven(stay.Reference, command.Version, command.At);
}
