namespace CapacityBoard.Sites;

public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("2026-10-25T00:59", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25T01:00", "2026-10-25T00:00:00Z 2026-10-25T01:00:00Z")]
    [InlineData("2026-10-25T01:30", "2026-10-25T00:30:00Z 2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25T02:00", "2026-10-25T02:00:00Z")]
    [InlineData("2027-03-28T00:59", "2027-03-28T00:59:00Z")]
    [InlineData("2027-03-28T01:00", "")]
    [InlineData("2027-03-28T01:59", "")]
    [InlineData("2027-03-28T02:00", "2027-03-28T01:00:00Z")]
    public void GivenWallClock_ThenEveryInstantAtWhichItShowsThat(string shown, string instants) =>
        string.Join(' ', LocalTime.InstantsOf(DateTime.Parse(shown, null)).Select(at => $"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}")).ShouldBe(instants);

    [Theory]
    [InlineData("2026-10-24T23:59:00Z", "00:59")]
    [InlineData("2026-10-25T00:30:00Z", "01:30 BST")]
    [InlineData("2026-10-25T01:30:00Z", "01:30 GMT")]
    [InlineData("2026-10-25T02:00:00Z", "02:00")]
    [InlineData("2027-03-28T01:00:00Z", "02:00")]
    public void GivenInstant_ThenWhichOfTwoIsSaidWhereItsTimeComesTwice(string at, string text) =>
        LocalTime.Text(DateTimeOffset.Parse(at, null)).ShouldBe(text);
}
