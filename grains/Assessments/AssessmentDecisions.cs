using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Assessments;

/// <summary>The rules of assessments that a ward asks a team for.</summary>
public static class AssessmentDecisions
{
    internal static Decision Decide(AssessmentCommand command, Stay stay, Moment moment)
    {
        if (Transfers.InProgress(stay) is { } moving)
        {
            return moving;
        }

        return command switch
        {
            RequestAssessment c => Request(c, stay, moment),
            PromiseAssessment c => Of(c.Assessment, stay, open => Promise(c, stay.Reference, open, moment)),
            StartAssessment c => Of(c.Assessment, stay, open => Start(c, stay.Reference, open, moment)),
            CompleteAssessment c => Of(c.Assessment, stay, open => Complete(c, stay, open, moment)),
            CancelAssessment c => Of(c.Assessment, stay, open => Cancel(c, stay, open)),
            _ => Decision.Refuse(RefusalCode.NotForThisKind, $"{command.GetType().Name} is not known here."),
        };
    }

    private static Decision Request(RequestAssessment command, Stay stay, Moment moment)
    {
        if ((Limits.OptionalText(command.Team, "team")
            ?? (command.WantedBy is { } day ? Limits.FromToday(day, "wantedBy", moment.Clock) : null)
            ?? (command.NotDelaying is null ? null : Limits.RequiredText(command.NotDelaying, "notDelaying", Limits.LongText))) is { } wrong)
        {
            return wrong;
        }

        if (stay.Asked?.Open(command.Kind) is { } open)
        {
            return Decision.Refuse(
                RefusalCode.NotInThatState,
                $"{command.Kind.Entry().Words} was already asked for at {Words.Of(open.Asked.At)}, by {open.Asked.By}. Cancel that first to ask again.",
                "kind");
        }

        if (stay.Assessments.Any(each => each.Id == moment.Operation))
        {
            return Decision.Refuse(RefusalCode.OperationReused, "This operation ID was already used for another assessment of this stay. Use a new ID for each command.");
        }

        var asked = new AssessmentRequested(stay.Reference, moment.Operation, command.Kind, command.Team, command.WantedBy, command.NotDelaying);
        var cause = new DelayCause(command.Kind.Entry().Delay, moment.Now, Assessment: moment.Operation);
        return new Decision([asked, .. stay.Optimised is not null && command.NotDelaying is null ? CausedDelays.Opened(stay, cause, moment.Now) : []], null);
    }

    private static Decision Promise(PromiseAssessment command, string stay, Assessment open, Moment moment) => Limits.Ahead(command.For, "for", moment.Clock) is { } refusal
        ? refusal
        : open.PromisedFor == command.For ? Decision.Nothing : new AssessmentPromised(stay, open.Id, command.For);

    private static Decision Start(StartAssessment command, string stay, Assessment open, Moment moment)
    {
        var at = command.At ?? moment.Now;
        if (open.Started is { } started)
        {
            return Decision.Refuse(RefusalCode.NotInThatState, $"The assessment was already started at {Words.Of(started.At)}, by {started.By}.", "assessment");
        }

        return CheckAfter(at, open.Asked.At, "asked for", moment) is { } refusal ? refusal : new AssessmentStarted(stay, open.Id, at);
    }

    private static Decision Complete(CompleteAssessment command, Stay stay, Assessment open, Moment moment)
    {
        var at = command.At ?? moment.Now;
        var outcomes = open.Kind.Entry().Outcomes;
        if (!outcomes.Contains(command.Outcome))
        {
            return Limits.Invalid("outcome", $"'outcome' for {Codes.Of(open.Kind)} must be one of: {string.Join(", ", outcomes.Select(Codes.Of))}.");
        }

        if ((open.Started is { } started ? CheckAfter(at, started.At, "started", moment) : CheckAfter(at, open.Asked.At, "asked for", moment)) is { } refusal)
        {
            return refusal;
        }

        return Ended(stay, open, continues => new AssessmentCompleted(stay.Reference, open.Id, command.Outcome, at, continues));
    }

    private static Decision Cancel(CancelAssessment command, Stay stay, Assessment open) => Limits.RequiredText(command.Reason, "reason") is { } refusal
        ? refusal
        : Ended(stay, open, continues => new AssessmentCancelled(stay.Reference, open.Id, command.Reason, continues));

    /// <summary>An assessment's end, and the end of the reason for delay unless something else keeps it.</summary>
    private static Decision Ended(Stay stay, Assessment ending, Func<DelayContinues?, SiteEvent> ended) => ending.Delaying is { } cause
        ? new Decision([ended(CausedDelays.Continues(stay, cause)), .. CausedDelays.Ended(stay, cause)], null)
        : ended(null);

    private static Refusal? CheckAfter(DateTimeOffset at, DateTimeOffset before, string was, Moment moment) =>
        Limits.Happened(at, "at", moment.Now)
        ?? (at < before ? Limits.Invalid("at", $"'at' is {Words.Of(at)}. It must be after the assessment was {was}, at {Words.Of(before)}.") : null);

    private static Decision Of(string assessment, Stay stay, Func<Assessment, Decision> decide) => stay.Asked?.Open(assessment) is { } open
        ? decide(open)
        : Decision.Refuse(RefusalCode.UnknownAssessment, WhatBecameOf(assessment, stay), "assessment");

    private static string WhatBecameOf(string assessment, Stay stay) => stay.Assessments.FirstOrDefault(each => each.Id == assessment)?.Ended switch
    {
        { Outcome: not null } done => $"That assessment was already recorded as done by {done.At.By}, at {Words.Of(done.At.At)}.",
        { } cancelled => $"That assessment was cancelled by {cancelled.At.By}, at {Words.Of(cancelled.At.At)}: {cancelled.Reason}.",
        null => "There is no such open assessment for this stay.",
    };
}
