using CapacityBoard.Fees;
using CapacityBoard.Offers;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>What was offered to a person and family, and what they answered, in words.</summary>
internal static class OfferLines
{
    public static string Of(OfferEvent happened, StoryContext context) => happened switch
    {
        PlaceOffered e => $"{context.NameOf(e.Place)} offered to the family: {OfferWords.Bed(new(e.Id, e.Place, e.Type, e.IsInterim, e.Fees, new(context.Now, "")))}.{(e.Fees is { } fees ? $" Fees: {FeeWords.Of(fees.Statement)}" : "")}",
        OfferAnswered e => $"{Name(e.Id, context)}: {OfferWords.Of(e.Answer)}{(e.SeeOn is { } day ? $", {context.Day(day)}" : "")}{(e.Reason is { } reason ? $", {OfferWords.Of(reason)}" : "")}{StoryContext.Because(e.Note)}",
        OfferWithdrawn e => $"Offer of {Name(e.Id, context)} withdrawn: {OfferWords.Of(e.Reason)}{StoryContext.Because(e.Note)}",
        ChoiceLetterGiven e => $"{OfferWords.Of(e.Letter).AsSentence()} of the choice policy given {context.Day(e.On)}.",
        _ => "Something else was recorded about an offer.",
    };

    private static string Name(string id, StoryContext context) => context.Before?.Offered?.Find(id) is { } offer ? context.NameOf(offer.Place) : "a place offered earlier";
}
