namespace CapacityBoard.Ui;

public sealed class AgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 2, 13, 3, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-7200, "just now")]
    [InlineData(-30, "just now")]
    [InlineData(59, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(3599, "59 minutes ago")]
    [InlineData(3600, "1 hour ago")]
    [InlineData(47 * 3600 + 3599, "47 hours ago")]
    [InlineData(48 * 3600, "2 days ago")]
    public void GivenSecondsPassed_ThenInWords(int seconds, string words) => Age.Of(Now.AddSeconds(-seconds), Now).ShouldBe(words);

    [Theory]
    [InlineData(0, "14:03")]
    [InlineData(-14, "00:03")]
    [InlineData(-15, "23:03 on 1 July")]
    [InlineData(24, "14:03 on 3 July")]
    public void GivenHoursFromNow_ThenAsAClockInTheUnitedKingdomShows(int hours, string words) =>
        Age.Clock(Now.AddHours(hours), Now).ShouldBe(words);
}
