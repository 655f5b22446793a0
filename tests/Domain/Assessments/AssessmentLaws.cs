using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Assessments;

/// <summary>What holds of assessments at every site after any commands at any times.</summary>
public sealed class AssessmentLaws
{
    [Fact]
    public void GivenAnyHistory_ThenAtMostOneOfAKindIsOpenForAStay() => ForEveryStay(
        stay => stay.Assessments.Where(each => each.IsOpen).Select(each => each.Kind).ShouldBeUnique());

    [Fact]
    public void GivenAnyHistory_ThenAReasonForDelayThatAnAssessmentBroughtLastsNoLongerThanAnAssessmentOfThatReason() => ForEveryStay(stay =>
        stay.Delays.Where(delay => delay.Assessment is not null).ShouldAllBe(delay => stay.Assessments.Any(each => each.MayDelay && each.Delay == delay.Reason)));

    [Fact]
    public void GivenAnyHistory_WhenAnAssessmentIsAskedOrThePersonBecomesMedicallyOptimised_ThenWhatMayDelayDoes() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var turn in history.Run().Where(turn => turn.Decision.Events.Any(happened => happened is AssessmentRequested or MedicallyOptimisedDeclared)))
        {
            var stay = turn.Site.Stays.Find(StayEvents.StayOf(turn.Decision.Events[0])!)!;
            var asked = turn.Decision.Events.OfType<AssessmentRequested>().SingleOrDefault()?.Id;
            stay.Assessments.Where(each => stay.Optimised is not null && each.MayDelay && (asked is null || each.Id == asked))
                .ShouldAllBe(each => stay.Delays.Any(delay => delay.Reason == each.Delay));
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenOnlyAWaitingPersonsOpenAssessmentIsEverChanged() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        var open = new HashSet<(string Stay, string Id)>();
        foreach (var turn in history.Run())
        {
            foreach (var happened in turn.Decision.Events.OfType<AssessmentEvent>().Where(happened => happened is not AssessmentRequested))
            {
                open.ShouldContain((happened.Stay.ToUpperInvariant(), happened.Id));
            }

            open = [.. turn.Site.Stays.All.SelectMany(stay => stay.Assessments.Where(each => each.IsOpen), (stay, each) => (stay.Reference.ToUpperInvariant(), each.Id))];
        }
    });

    private static void ForEveryStay(Action<Stay> law) => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var stay in history.Run().SelectMany(turn => turn.Site.Stays.All))
        {
            law(stay);
        }
    });
}
