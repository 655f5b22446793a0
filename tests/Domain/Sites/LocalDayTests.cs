namespace CapacityBoard.Sites;

public sealed class LocalDayTests
{
    [Theory]
    [InlineData("2026-01-15T23:30:00Z", "2026-01-15")]
    [InlineData("2026-06-15T22:59:59Z", "2026-06-15")]
    [InlineData("2026-06-15T23:00:00Z", "2026-06-16")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29")]
    [InlineData("2026-12-31T23:59:59Z", "2026-12-31")]
    [InlineData("2027-01-01T00:00:00Z", "2027-01-01")]
    public void GivenInstant_WhenItsDayAsked_ThenThatOfTheUnitedKingdom(string at, string day) =>
        LocalDay.Of(Instant(at)).ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", null));

    [Theory]
    [InlineData("2026-01-15", "2026-01-15T00:00:00Z")]
    [InlineData("2026-06-15", "2026-06-14T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-26", "2026-10-26T00:00:00Z")]
    public void GivenDay_WhenItsStartAsked_ThenLocalMidnight(string day, string start) =>
        LocalDay.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", null)).ShouldBe(Instant(start));

    [Fact]
    public void GivenHourThatComesTwice_WhenReadFromTheWall_ThenTheFirst() =>
        LocalDay.FromLocal(new(2026, 10, 25, 1, 30, 0)).ShouldBe(Instant("2026-10-25T00:30:00Z"));

    [Fact]
    public void GivenHourThatNeverComes_WhenReadFromTheWall_ThenTheSameInstantAnHourOn()
    {
        var at = LocalDay.FromLocal(new(2026, 3, 29, 1, 30, 0));
        at.ShouldBe(Instant("2026-03-29T01:30:00Z"));
        LocalDay.ToLocal(at).Hour.ShouldBe(2);
    }

    [Fact]
    public void GivenAnyWallClock_WhenItsKindIsSet_ThenItIsReadAsLocalAllTheSame() =>
        LocalDay.FromLocal(new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc)).ShouldBe(Instant("2026-06-01T11:00:00Z"));

    [Fact]
    public void GivenEveryDayOfTwoYears_WhenItsStartAsked_ThenItIsTheFirstInstantOfThatDay()
    {
        for (var day = new DateOnly(2025, 12, 1); day < new DateOnly(2027, 12, 1); day = day.AddDays(1))
        {
            var start = LocalDay.StartOf(day);
            LocalDay.Of(start).ShouldBe(day);
            LocalDay.Of(start.AddTicks(-1)).ShouldBe(day.AddDays(-1));
            LocalDay.Midnights(start.AddTicks(-1), start).ShouldBe(1);
        }
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, null);
}
