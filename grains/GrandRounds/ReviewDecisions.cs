using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>The rules of the grand round: reviews of stays and the actions agreed in them.</summary>
public static class ReviewDecisions
{
    private const int MostActionsAtOnce = 10;

    /// <summary>More than a round would read; it also keeps a stay's state small.</summary>
    private const int MostOpenActions = 30;

    internal static Decision Decide(ReviewCommand command, Stay stay, Moment moment)
    {
        var notes = stay.Round ?? RoundNotes.Empty;
        return command switch
        {
            ReviewStay c => Review(c, stay.Reference, notes, moment),
            AgreeAction c => Agree([new(c.What, c.Owner, c.Due)], stay.Reference, notes, moment, ""),
            CompleteAction c => Of(c.Action, notes, _ => Limits.OptionalText(c.Note, "note", Limits.LongText) is { } refusal
                ? refusal
                : new ActionCompleted(stay.Reference, c.Action, c.Note)),
            ChangeAction c => Of(c.Action, notes, open => Change(c, stay.Reference, open, moment)),
            DropAction c => Of(c.Action, notes, _ => Limits.RequiredText(c.Reason, "reason", Limits.LongText) is { } refusal
                ? refusal
                : new ActionDropped(stay.Reference, c.Action, c.Reason)),
            _ => Decision.Refuse(RefusalCode.NotForThisKind, $"{command.GetType().Name} is not known here."),
        };
    }

    private static Decision Review(ReviewStay command, string stay, RoundNotes notes, Moment moment)
    {
        if (notes.Last is { } last && last.Id != command.Seen)
        {
            return new Refusal(
                RefusalCode.ChangedMeanwhile,
                $"{last.Reviewed.By} has reviewed this stay since you opened it. Read their review, then send yours again to add it.",
                "seen",
                By: last.Reviewed.By);
        }

        if ((Limits.OptionalText(command.Note, "note", Limits.LongText) ?? Limits.OptionalText(command.Seen, "seen")) is { } refusal)
        {
            return refusal;
        }

        var agreed = Agree(command.Actions, stay, notes, moment, "actions.");
        return agreed.Refusal is null
            ? agreed with { Events = agreed.Events.Insert(0, new StayReviewed(stay, moment.Operation, command.Outcome, command.Note)) }
            : agreed;
    }

    private static Decision Agree(ImmutableArray<NewAction> actions, string stay, RoundNotes notes, Moment moment, string prefix)
    {
        if (actions.Length > MostActionsAtOnce || notes.Open.Length + actions.Length > MostOpenActions)
        {
            return Limits.Invalid(
                "actions", $"At most {MostActionsAtOnce} actions at once and {MostOpenActions} open actions are allowed. Complete or drop some first.");
        }

        if (actions.Select(action => Check(action, prefix, moment.Clock)).FirstOrDefault(refusal => refusal is not null) is { } wrong)
        {
            return wrong;
        }

        var agreed = actions.Select((action, index) => new ActionAgreed(stay, $"{moment.Operation}/{index + 1}", action.What, action.Owner, action.Due));
        return new Decision([.. agreed], null);
    }

    private static Decision Change(ChangeAction command, string stay, AgreedAction open, Moment moment) =>
        (Limits.RequiredText(command.Owner, "owner") ?? (command.Due == open.Due ? null : Limits.FromToday(command.Due, "due", moment.Clock))) is { } refusal
            ? refusal
            : command.Owner == open.Owner && command.Due == open.Due
                ? Decision.Nothing
                : new ActionChanged(stay, command.Action, command.Owner, command.Due);

    private static Refusal? Check(NewAction action, string prefix, DateTimeOffset now) =>
        Limits.RequiredText(action.What, prefix + "what", Limits.LongText)
        ?? Limits.RequiredText(action.Owner, prefix + "owner")
        ?? Limits.FromToday(action.Due, prefix + "due", now);

    private static Decision Of(string action, RoundNotes notes, Func<AgreedAction, Decision> decide) => notes.Find(action) is { } open
        ? decide(open)
        : Decision.Refuse(RefusalCode.UnknownAction, "There is no such open action. It may be done or dropped.", "action");
}
