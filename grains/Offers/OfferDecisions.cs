using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Offers;

/// <summary>
/// The rules of offers. Several places may be offered at once. The last answer to an offer counts for as long as the offer stands, and at
/// most one interim place and one other are accepted at a time.
/// </summary>
public static class OfferDecisions
{
    internal static Decision Decide(OfferCommand command, Stay stay, Site site, Moment moment)
    {
        if (Transfers.InProgress(stay) is { } moving)
        {
            return moving;
        }

        var offers = stay.Offered ?? OfferedPlaces.Empty;
        return command switch
        {
            OfferPlace c => Offer(c, stay, offers, site, moment),
            AnswerOffer c => Standing(c.Offer, offers, offer => Answer(c, stay, offer, offers, moment)),
            WithdrawOffer c => Standing(c.Offer, offers, offer => Withdraw(c, stay, offer, moment)),
            GiveChoiceLetter c => ChoiceLetters.Give(c, stay, offers, moment),
            _ => Decision.Refuse(RefusalCode.NotForThisKind, $"{command.GetType().Name} is not known here."),
        };
    }

    private static Decision Offer(OfferPlace command, Stay stay, OfferedPlaces offers, Site site, Moment moment)
    {
        if (command.Place == site.Key || command.Place.Hospital is not null || command.Type == BedType.Inpatient)
        {
            return Limits.Invalid("place", "Offer a care home, an intermediate care unit or a home care provider to which the person would go.");
        }

        if (offers.All.FirstOrDefault(offer => offer.Place == command.Place && (offer.IsAccepted || offer.WaitsForAnswer)) is { } open)
        {
            return Decision.Refuse(
                RefusalCode.NotInThatState,
                $"That place was already offered at {Words.Of(open.Made.At)}, by {open.Made.By}. Record the answer to that offer, or withdraw it first.",
                "place");
        }

        if (offers.Find(moment.Operation) is not null)
        {
            return Decision.Refuse(RefusalCode.OperationReused, "This operation ID was already used for another offer of this stay. Use a new ID for each command.");
        }

        return offers.All.Length >= OfferedPlaces.Most
            ? Decision.Refuse(RefusalCode.NotInThatState, $"{OfferedPlaces.Most} places were already offered in this stay. No more can be recorded.")
            : WithDelay(stay, moment, new PlaceOffered(stay.Reference, moment.Operation, command.Place, command.Type, command.IsInterim, command.Fees));
    }

    private static Decision Answer(AnswerOffer command, Stay stay, Offer offer, OfferedPlaces offers, Moment moment)
    {
        if (Check(command, moment) is { } refusal)
        {
            return refusal;
        }

        if (offer.Answer is { } before && (before.Answer, before.Reason, before.Note, before.SeeOn) == (command.Answer, command.Reason, command.Note, command.SeeOn))
        {
            return Decision.Nothing;
        }

        var instead = command.Answer == FamilyAnswer.Accepted ? offers.All.Where(other => other.IsAccepted && other.Id != offer.Id && other.IsInterim == offer.IsInterim) : [];
        return WithDelay(
            stay,
            moment,
            [
                new OfferAnswered(stay.Reference, offer.Id, command.Answer, command.Reason, command.Note, command.SeeOn),
                .. instead.Select(other => new OfferWithdrawn(stay.Reference, other.Id, WithdrawalReason.AnotherAccepted)),
            ]);
    }

    private static Refusal? Check(AnswerOffer command, Moment moment) =>
        Limits.OptionalText(command.Note, "note", Limits.LongText)
        ?? (command.SeeOn is { } day ? Limits.FromToday(day, "seeOn", moment.Clock) : null)
        ?? (command switch
        {
            { Answer: FamilyAnswer.Declined, Reason: null } => Limits.Invalid("reason", $"A declined place needs a 'reason': {Codes.Allowed<DeclineReason>()}."),
            { Reason: DeclineReason.Other, Note: var note } when string.IsNullOrWhiteSpace(note) => Limits.Invalid("note", "The reason 'other' needs a 'note' that says what it is."),
            { Answer: not FamilyAnswer.Declined, Reason: not null } => Limits.Invalid("reason", "Only a declined place has a 'reason'. Leave it out."),
            { Answer: not FamilyAnswer.WantsToSeeFirst, SeeOn: not null } => Limits.Invalid("seeOn", "Only somebody who wants to see the place first has a day for it. Leave 'seeOn' out."),
            _ => null,
        });

    private static Decision Withdraw(WithdrawOffer command, Stay stay, Offer offer, Moment moment) =>
        (Limits.OptionalText(command.Note, "note", Limits.LongText)
        ?? (command.Reason == WithdrawalReason.AnotherAccepted ? Limits.Invalid("reason", "Record that the other place was accepted. This offer is then withdrawn by itself.") : null)) is { } refusal
            ? refusal
            : WithDelay(stay, moment, new OfferWithdrawn(stay.Reference, offer.Id, command.Reason, command.Note));

    /// <summary>The events, and the reason for delay that opens or ends with them.</summary>
    private static Decision WithDelay(Stay stay, Moment moment, params OfferEvent[] events)
    {
        var before = stay.Offered?.Delaying;
        var after = events.Aggregate(stay.Offered ?? OfferedPlaces.Empty, (offers, happened) => offers.Apply(happened, new(moment.Now, ""))).Delaying;
        return new(
            [
                .. events,
                .. before is null && after is not null && stay.Optimised is not null ? CausedDelays.Opened(stay, after, moment.Now) : [],
                .. before is not null && after is null ? CausedDelays.Ended(stay, before) : [],
            ],
            null);
    }

    private static Decision Standing(string id, OfferedPlaces offers, Func<Offer, Decision> decide) => offers.Find(id) switch
    {
        null => Decision.Refuse(RefusalCode.UnknownOffer, "There is no such offer for this stay.", "offer"),
        { Withdrawn: { } withdrawn } => Decision.Refuse(
            RefusalCode.UnknownOffer, $"That offer was withdrawn at {Words.Of(withdrawn.At.At)} ({Codes.Of(withdrawn.Reason)}), by {withdrawn.At.By}. Offer the place again if it is free.", "offer"),
        { } offer => decide(offer),
    };
}
