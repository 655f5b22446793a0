using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.People;

public sealed class DayViewTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    [Theory]
    [InlineData(0, null, "Not marked yet")]
    [InlineData(1, null, "Red, not marked")]
    [InlineData(0, false, "Red")]
    [InlineData(1, false, "Red")]
    [InlineData(0, true, "Green")]
    public void GivenDay_ThenItHasNoColourUntilItIsMarkedOrOver(int daysAgo, bool? isGreen, string colour) =>
        Day(daysAgo, isGreen).Colour.ShouldBe(colour);

    [Fact]
    public void GivenUnmarkedDay_WhenItIsOver_ThenItIsUnmarkedAndNoLongerOpen()
    {
        (Day(0, null).IsNotMarkedYet, Day(0, null).IsUnmarked).ShouldBe((true, false));
        (Day(1, null).IsNotMarkedYet, Day(1, null).IsUnmarked).ShouldBe((false, true));
    }

    private static DayView Day(int daysAgo, bool? isGreen)
    {
        var day = Today.AddDays(-daysAgo);
        return new(day, Today, isGreen is { } green ? new(day, green, green ? null : DelayReason.Transport, null, new Stamp(default, "A1")) : null);
    }
}
