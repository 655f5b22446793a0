using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Work;

/// <summary>What holds of what waits for a place after any commands at any times.</summary>
public sealed class MatterLaws
{
    private static readonly LocalityPolicy Policy = LocalityPolicy.Default;

    [Fact]
    public void GivenAnyHistory_WhenAMattersActIsDone_ThenItIsAcceptedAndTheMatterIsGone() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var turn in history.Run().Where(turn => turn.Site.Closed is null && turn.Site.Details is not null))
        {
            var matters = PlaceMatters.Of(turn.Site, Policy, turn.Now).ToList();
            matters.Select(matter => matter.Id).ShouldBeUnique();
            foreach (var matter in matters.Where(matter => matter.Act is not null))
            {
                var then = GivenSite.As(turn.Site, turn.Now).When(matter.Act!.Command, "done-from-my-work");

                then.Decision.Refusal.ShouldBeNull($"{matter.Id}: {then.Decision.Refusal}");
                PlaceMatters.Of(then.And.Site, Policy, turn.Now).ShouldNotContain(left => left.Id == matter.Id);
            }
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenEachOpenEnquiryAndHoldIsWaitedForAtMostOnceAndNothingElseIs() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var turn in history.Run().Where(turn => turn.Site.Details is not null))
        {
            var matters = PlaceMatters.Of(turn.Site, Policy, turn.Now).ToLookup(matter => matter.Kind, matter => matter.Subject);

            matters[MatterKind.AnswerEnquiry].ShouldBe(turn.Site.Enquiries.Open.Where(each => each.Answer is null && each.Question is null or { Reply: not null }).Select(each => each.Id), ignoreOrder: true);
            matters[MatterKind.AnswerHold].ShouldBe(turn.Site.Capacity.Holds.Where(hold => hold.Until > turn.Now && hold.Answer?.AssessesAt is not null | hold.Answer is null).Select(hold => hold.Id), ignoreOrder: true);
        }
    });
}
