using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>Events about enquiries and undone arrivals that no decision would make.</summary>
internal static class NonsenseAboutEnquiries
{
    public const int Kinds = 11;

    public static SiteEvent Of(int happened, BedType type, string word, DateTimeOffset time) => happened switch
    {
        0 => new EnquiryMade(word, type, word, GivenSite.KeyOf(SiteKind.Ward), time),
        1 => new EnquiryAcknowledged(word),
        2 => new EnquiryAssessmentPlanned(word, time, AssessedBy.Papers),
        3 => new EnquiryAssessmentCompleted(word),
        4 => new EnquiryAnswered(word, PlaceAnswer.FromDate),
        5 => new EnquiryAnswered(word, PlaceAnswer.No),
        6 => new EnquiryQuestioned(word, word),
        7 => new EnquiryRepliedTo(word, word),
        8 => new EnquiryWithdrawn(word, word),
        9 => new TrustedAssessmentAgreed(word),
        _ => new ArrivalUndone(word, type, word, GivenSite.KeyOf(SiteKind.Ward)),
    };
}
