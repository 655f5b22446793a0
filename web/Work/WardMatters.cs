using CapacityBoard.Enquiries;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Work;

/// <summary>What waits for a ward or unit about the people who are there.</summary>
internal static class WardMatters
{
    /// <param name="held">The beds that are or were held for its people, by reference.</param>
    /// <param name="asked">The places asked about its people, by reference.</param>
    public static IEnumerable<Matter> Of(Site ward, ILookup<string, PlaceHeld> held, ILookup<string, PlaceAsked> asked, ChoicePolicy policy, DateTimeOffset now) => ward.Stays.All.SelectMany(stay =>
        Reported(ward, stay, held)
            .Concat(asked[stay.Reference].Where(each => each.StandingAt(now) == EnquiryStanding.HasQuestion).Select(each => Question(ward, stay, each)))
            .Concat(Expected(ward, stay, now))
            .Concat(Choice(ward, stay, policy, now)));

    /// <summary>Actions of the grand round that are due today or were before, by their owners.</summary>
    public static IEnumerable<Matter> Actions(IEnumerable<Site> sites, DateTimeOffset now, Func<string, bool> owner) =>
        from site in sites
        from open in OpenAction.In([site])
        where open.Action.Due <= LocalDay.Of(now) && owner(open.Action.Owner)
        select new Matter(
            MatterKind.DoAction, site.Key, site.Details!.Name, open.Action.Id, open.Stay.Reference, $"{open.Action.What.TrimEnd('.')}: {open.Action.Owner}", Paths.OfStay(site.Key, open.Stay.Reference), open.Action.Agreed.At, EndOf(open.Action.Due),
            new("Done", "Action done.", site.Kind, site.Key, new CompleteAction(open.Stay.Reference, open.Action.Id)));

    /// <summary>The place's question about somebody.</summary>
    public static Matter Question(Site ward, Stay stay, PlaceAsked asked) => new(
        MatterKind.ReplyToQuestion, ward.Key, ward.Details!.Name, $"{asked.Place.Key}|{asked.Enquiry.Id}", stay.Reference, $"{asked.Details.Name} asks: {asked.Enquiry.Question!.Text}", $"{Paths.OfStay(ward.Key, stay.Reference)}#asked", asked.Enquiry.Question.Asked.At, asked.Enquiry.AnswerBy);

    private static IEnumerable<Matter> Reported(Site ward, Stay stay, ILookup<string, PlaceHeld> held) => ReportedArrival.Of(stay, held[stay.Reference]) is not { } reported
        ? []
        : [new(
            MatterKind.ConfirmLeft, ward.Key, ward.Details!.Name, $"{reported.Held.Place}|{reported.Held.Hold.Id}", stay.Reference, $"{reported.Held.Details.Name} reported their arrival: have they left?", $"{Paths.OfStay(ward.Key, stay.Reference)}#{ReportedArrival.Id}", reported.Held.LastChange.At, reported.Held.LastChange.At,
            new("They have left", $"{stay.Reference} has left. The bed is free.", ward.Kind, ward.Key, reported.Confirmed))];

    private static IEnumerable<Matter> Expected(Site ward, Stay stay, DateTimeOffset now) => !stay.IsOverdue(now)
        ? []
        : [new(
            MatterKind.ReviewExpected, ward.Key, ward.Details!.Name, stay.Reference, stay.Reference, $"Expected to leave {QuickTimes.InSentence(stay.ExpectedDischarge!.Value, LocalDay.Of(now))}: set a new date", $"{Paths.OfStay(ward.Key, stay.Reference)}&open=expected#expected-details", stay.ArrivedAt, EndOf(stay.ExpectedDischarge.Value))];

    /// <summary>The next step of the choice policy, on its day.</summary>
    private static IEnumerable<Matter> Choice(Site ward, Stay stay, ChoicePolicy policy, DateTimeOffset now) =>
        ChoiceClock.Of(stay, policy, now) is not { Next: { } next } clock || next.Due > clock.Today
            ? []
            : [new(
                MatterKind.GiveLetter, ward.Key, ward.Details!.Name, $"{stay.Reference}|{next.Letter}", stay.Reference, $"{next.Name} of the choice policy, day {clock.Days}", $"{Paths.OfStay(ward.Key, stay.Reference)}#offers", stay.Offered!.FirstSuitable!.Made.At, EndOf(next.Due),
                next.Letter is { } letter ? new("Letter given", $"{next.Name} recorded as given.", ward.Kind, ward.Key, new GiveChoiceLetter(stay.Reference, letter)) : null)];

    private static DateTimeOffset EndOf(DateOnly day) => LocalDay.FromLocal(day.AddDays(1).ToDateTime(TimeOnly.MinValue));
}
