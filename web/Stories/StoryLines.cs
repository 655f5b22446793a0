using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.GrandRounds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Stories;

/// <summary>An event that concerns a person, in words.</summary>
internal static class StoryLines
{
    public static string Of(SiteEvent happened, StoryContext context) => happened switch
    {
        CapacityEvent e => HoldLines.Of(e, context),
        EnquiryEvent e => EnquiryLines.Of(e, context),
        PlanEvent e => PlanLines.Of(e, context),
        ReviewEvent e => ReviewLines.Of(e, context),
        OfferEvent e => OfferLines.Of(e, context),
        AssessmentEvent e => AssessmentLines.Of(e, context),
        UsualResidenceSet or ReturnAnswered => ResidenceLines.Of(happened, context),
        var other => StayLines.Of(other, context),
    };
}
