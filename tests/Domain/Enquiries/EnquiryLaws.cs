using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Enquiries;

/// <summary>What holds of the enquiries at any place after any commands at any times.</summary>
public sealed class EnquiryLaws
{
    [Fact]
    public void GivenAnyHistory_ThenNobodyIsAskedAboutTwiceAndNobodyIsBothAskedAboutAndHeldFor() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var turn in history.Run())
        {
            var open = turn.Site.Enquiries.Open;
            open.Select(enquiry => (enquiry.Stay.ToUpperInvariant(), enquiry.From.Hospital ?? enquiry.From.Value)).ShouldBeUnique();
            open.Concat(turn.Site.Enquiries.Ended.Select(ended => ended.Enquiry)).Select(enquiry => enquiry.Id).ShouldBeUnique();
            open.ShouldAllBe(enquiry => !turn.Site.Capacity.LiveHolds(turn.Now).Any(hold =>
                StayReferences.AreSame(hold.Stay, enquiry.Stay) && hold.From != null && HeldStays.IsWithin(enquiry.From, hold.From)));
            (turn.Site.Closed is not null && open.Length > 0).ShouldBeFalse();
            (turn.Site.Kind == SiteKind.Ward && turn.Site.Enquiries != EnquiryRegister.Empty).ShouldBeFalse();
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenPositionsInTheQueueAreOneAfterTheOther() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var enquiries in history.Run().Select(turn => turn.Site.Enquiries))
        {
            foreach (var ofType in enquiries.Open.Where(enquiry => enquiry.IsYes).GroupBy(enquiry => enquiry.Type))
            {
                ofType.Select(enquiry => enquiries.PositionOf(enquiry)!.Value).Order().ShouldBe(Enumerable.Range(1, ofType.Count()));
            }

            enquiries.Open.Where(enquiry => !enquiry.IsYes).ShouldAllBe(enquiry => enquiries.PositionOf(enquiry) == null);
        }
    });

    [Fact]
    public void GivenAnyHistory_WhenAHoldIsAcceptedAsItIsPlaced_ThenThePlaceHadSaidYes() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        var before = EnquiryRegister.Empty;
        foreach (var turn in history.Run())
        {
            foreach (var placed in turn.Decision.Events.OfType<HoldPlaced>())
            {
                placed.Accepted.ShouldBe(before.About(placed.Stay, placed.From)?.Answer is { } answer && !(answer.From > LocalDay.Of(turn.Now)) ? answer.Answered : null);
            }

            before = turn.Site.Enquiries;
        }
    });
}
