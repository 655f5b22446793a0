using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support;

/// <summary>Events that no decision would make, about waiting people and their holds.</summary>
internal static class NonsenseAboutPeople
{
    public const int Kinds = 30;

    public static SiteEvent Of(int happened, BedType type, int number, string word, DateTimeOffset time) => happened switch
    {
        0 => new HoldAccepted(word),
        1 => new AssessmentPlanned(word, time, word),
        2 => new HoldDeclined(word, word),
        3 => new AdmissionCancelled(word, type, word),
        4 => new DischargeCancelled(Nonsense.StayOf(word, type, time), word),
        5 => new MedicallyOptimisedCancelled(word, time, word),
        6 => new StayCorrected(word, AgeBand.From85, time, word, word),
        7 => new PathwaySet(word, number > 0 ? Pathway.P3 : null),
        8 => new NeedsSet(word, new([], Note: word)),
        9 => new DelayRecorded(word, Reason(number), DelayOwner.Both, Day(time), number > 0, word),
        10 => new DelayEnded(word, Reason(number)),
        11 => new DayMarked(word, Day(time), number > 0, number > 1 ? Reason(number) : null),
        12 => new ChoiceListGiven(word, number, time),
        13 => new StayReviewed(word, word, ReviewOutcome.Escalated, word),
        14 => new ActionAgreed(word, word, word, word, Day(time)),
        15 => new ActionCompleted(word, word),
        16 => new ActionChanged(word, word, word, Day(time)),
        17 => new AssessmentRequested(word, word, (AssessmentKind)Math.Clamp(number, 0, 3), word, Day(time)),
        18 => new AssessmentPromised(word, word, time),
        19 => new AssessmentStarted(word, word, time),
        20 => new AssessmentCompleted(word, word, AssessmentOutcome.Eligible, time),
        21 => new AssessmentCancelled(word, word, word, DelayContinues.RecordedByHand),
        22 => new PlaceOffered(word, word, SiteKey.Of("stockport", "nowhere"), type, number > 0, new(new(number, number, true, number, word), new(time, word))),
        23 => new OfferAnswered(word, word, (FamilyAnswer)Math.Clamp(number, 0, 2), (DeclineReason)Math.Clamp(number, 0, 6), word, Day(time)),
        24 => new OfferWithdrawn(word, word, (WithdrawalReason)Math.Clamp(number, 0, 4), word),
        25 => new ChoiceLetterGiven(word, (ChoiceLetter)Math.Clamp(number, 0, 1), Day(time)),
        26 => new FeesStated(new(number, number, number > 0, number, word)),
        27 => new UsualResidenceSet(word, number > 0 ? GivenSite.KeyOf(SiteKind.CareHome) : null),
        28 => new ReturnAnswered(word, GivenSite.KeyOf(SiteKind.Ward), ReturnAnswer.NewAssessment, Day(time)),
        _ => new ActionDropped(word, word, word),
    };

    private static DelayReason Reason(int number) => (DelayReason)Math.Clamp(number, 0, 3);

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
