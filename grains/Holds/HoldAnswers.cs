using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Holds;

/// <summary>Decides a site's answers to holds. A site can change its answer while the hold lasts.</summary>
internal static class HoldAnswers
{
    public static Decision Accept(AcceptHold command, Capacity capacity, Moment moment) =>
        HoldDecisions.Find(command.Hold, capacity, moment.Clock, out var hold) is { } ended
            ? ended
            : hold!.Answer?.IsAccepted == true ? Decision.Nothing : new HoldAccepted(hold.Id);

    public static Decision Assess(PlanAssessment command, Capacity capacity, Moment moment)
    {
        if ((HoldDecisions.Find(command.Hold, capacity, moment.Clock, out var hold) ?? Limits.OptionalText(command.Note, "note", Limits.LongText)) is { } refusal)
        {
            return refusal;
        }

        return command.At <= moment.Clock || command.At > hold!.Until
            ? Limits.Invalid("at", $"'at' is {Words.Of(command.At)}. It must be between now and the end of the hold at {Words.Of(hold!.Until)}.")
            : new AssessmentPlanned(hold.Id, command.At, command.Note);
    }

    public static Decision Decline(DeclineHold command, Capacity capacity, Moment moment) =>
        (Limits.RequiredText(command.Reason, "reason") ?? HoldDecisions.Find(command.Hold, capacity, moment.Clock, out _)) is { } refusal
            ? refusal
            : new HoldDeclined(command.Hold, command.Reason);
}
