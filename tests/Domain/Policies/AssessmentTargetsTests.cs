using CapacityBoard.Assessments;

namespace CapacityBoard.Policies;

public sealed class AssessmentTargetsTests
{
    [Fact]
    public void GivenHoursOfEachKind_WhenAskedByKind_ThenEachIsItsOwn()
    {
        var targets = AssessmentTargets.Each(kind => 10 + (int)kind);

        Enum.GetValues<AssessmentKind>().ShouldAllBe(kind => targets.HoursOf(kind) == 10 + (int)kind);
        targets.Of(AssessmentKind.SocialWork).ShouldBe(TimeSpan.FromHours(10));
    }
}
