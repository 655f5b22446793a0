using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

public sealed class RoundWeekTests
{
    [Theory]
    [InlineData("2026-03-03T23:59:00Z", "2026-02-25")]
    [InlineData("2026-03-04T00:00:00Z", "2026-03-04")]
    [InlineData("2026-03-04T12:00:00Z", "2026-03-04")]
    [InlineData("2026-03-10T23:59:59Z", "2026-03-04")]
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01")]
    public void GivenInstant_ThenTheRoundIsOfTodayOrOfTheLastWednesdayByTheClocksHere(string now, string day) =>
        RoundWeek.Of(At(now), LocalityPolicy.Default).Day.ShouldBe(DateOnly.Parse(day, null));

    [Fact]
    public void GivenPolicyOfAnotherDay_ThenTheRoundIsOnThatDay() =>
        RoundWeek.Of(At("2026-03-04T12:00:00Z"), new() { GrandRoundDay = DayOfWeek.Monday }).Day.ShouldBe(new(2026, 3, 2));

    [Fact]
    public void GivenTheWeekInWhichTheClocksGoForward_ThenItsRoundsBeginAtMidnightByTheClocksHere()
    {
        var after = RoundWeek.Of(At("2026-04-01T12:00:00Z"), LocalityPolicy.Default);

        after.Begins.ShouldBe(At("2026-03-31T23:00:00Z"));
        after.Previous.Begins.ShouldBe(At("2026-03-25T00:00:00Z"));
        after.Previous.Previous.EndOfDay.ShouldBeLessThan(At("2026-03-19T00:00:00Z"));
        LocalDay.Of(after.EndOfDay).ShouldBe(after.Day);
    }

    [Fact]
    public void GivenBeginningOfTheBoard_ThenOnlyRoundsThatEndedAfterItArePast()
    {
        var week = new RoundWeek(new(2026, 3, 4));

        week.Before(At("2026-02-18T20:00:00Z"), most: 10).Select(past => past.Day).ShouldBe([new(2026, 2, 25), new(2026, 2, 18)]);
        week.Before(At("2026-02-19T00:00:00Z"), most: 10).Length.ShouldBe(1);
        week.Before(DateTimeOffset.MinValue, most: 3).Length.ShouldBe(3);
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
