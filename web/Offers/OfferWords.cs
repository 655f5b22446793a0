using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Offers;

/// <summary>The codes of offers in words.</summary>
public static class OfferWords
{
    public static IReadOnlyList<Option> DeclineReasons { get; } = Options.Of<DeclineReason>(each => Of(each).AsSentence());

    /// <summary>Why people withdraw an offer; the acceptance of another place does it by itself.</summary>
    public static IReadOnlyList<Option> WithdrawalReasons { get; } =
        Options.Of(Enum.GetValues<WithdrawalReason>().Where(each => each != WithdrawalReason.AnotherAccepted), each => Of(each).AsSentence());

    public static string Of(DeclineReason reason) => reason switch
    {
        DeclineReason.TooFar => "too far away",
        DeclineReason.Fees => "fees or top-up",
        DeclineReason.NotAsWished => "not what they wished for",
        DeclineReason.WantsAnotherPlace => "wants another place that is full",
        DeclineReason.Quality => "quality or rating",
        DeclineReason.NotReadyToDecide => "not ready to decide",
        _ => "another reason",
    };

    public static string Of(WithdrawalReason reason) => reason switch
    {
        WithdrawalReason.PlaceNoLongerFree => "the place is no longer free",
        WithdrawalReason.PlaceDeclined => "the place declined",
        WithdrawalReason.NotSuitable => "the place does not suit the person",
        WithdrawalReason.Mistake => "offered by mistake",
        _ => "another place was accepted",
    };

    public static string Of(FamilyAnswer answer) => answer switch
    {
        FamilyAnswer.Accepted => "accepted",
        FamilyAnswer.Declined => "declined",
        _ => "wants to see it first",
    };

    public static string Of(ChoiceLetter letter) => letter == ChoiceLetter.First ? "first letter" : "second letter";

    public static string Of(WaitsOn waits) => waits switch
    {
        WaitsOn.Capacity => "waits for capacity",
        WaitsOn.Choice => "waits for choice",
        _ => "waits for the place",
    };

    /// <summary>"general nursing bed", "interim general nursing bed".</summary>
    public static string Bed(Offer offer) => $"{(offer.IsInterim ? "interim " : "")}{BedWords.Noun(offer.Type)}";

    /// <summary>Why choice is still a reason for delay after a place was accepted, as a sentence; null if it is not.</summary>
    public static string? WhyChoiceContinues(Stay? stay) => stay is { WaitsOn: not WaitsOn.Choice } && stay.Delays.Any(delay => delay.Reason == DelayReason.Choice)
        ? $"The delay “{DelayReason.Choice.Entry().Words}” continues, because it was recorded separately. Mark it as resolved if it has ended."
        : null;
}
