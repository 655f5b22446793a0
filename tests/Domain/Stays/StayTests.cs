using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

public sealed class StayTests
{
    [Theory]
    [InlineData("2026-03-02T23:59", "2026-03-03T00:01", 1)]
    [InlineData("2026-03-02T00:00", "2026-03-02T23:59", 0)]
    [InlineData("2026-03-28T23:30", "2026-03-29T03:30", 1)] // The clocks go forward in the night.
    [InlineData("2026-10-24T23:30", "2026-10-25T23:30", 1)] // The clocks go back: 25 hours.
    [InlineData("2026-10-24T23:30", "2026-10-26T00:00", 2)]
    [InlineData("2025-12-24T10:00", "2026-01-02T10:00", 9)]
    [InlineData("2024-02-28T10:00", "2024-03-01T10:00", 2)]
    [InlineData("2026-06-10T00:30", "2026-06-10T23:30", 0)] // Both that day in Britain, two days in UTC.
    public void GivenStay_WhenMidnightsCounted_ThenThoseOfTheUnitedKingdom(string admitted, string now, int midnights) =>
        Admitted(admitted).Midnights(Local(now)).ShouldBe(midnights);

    [Fact]
    public void GivenAdmissionAMinuteAheadOfOurClock_WhenMidnightsCounted_ThenNone() =>
        Admitted("2026-03-03T00:01").Midnights(Local("2026-03-02T23:59")).ShouldBe(0);

    [Theory]
    [InlineData("2026-03-04", "2026-03-04T00:00", true)]
    [InlineData("2026-03-04", "2026-03-04T23:59", true)]
    [InlineData("2026-03-05", "2026-03-04T11:59", false)]
    [InlineData("2026-03-05", "2026-03-04T12:00", true)]
    [InlineData("2026-03-06", "2026-03-04T23:59", false)]
    [InlineData("2026-03-03", "2026-03-04T00:00", false)]
    [InlineData("2026-03-29", "2026-03-28T11:59", false)]
    [InlineData("2026-03-29", "2026-03-28T12:00", true)]
    [InlineData("2026-07-02", "2026-07-01T12:00", true)]
    [InlineData("2026-07-02", "2026-07-01T11:59", false)]
    [InlineData("2027-01-01", "2026-12-31T12:00", true)]
    public void GivenExpectedDischarge_WhenAskedForTheNext24Hours_ThenTodayAndFromMiddayTomorrow(string date, string now, bool expected) =>
        Expecting(date).IsExpectedToGoWithin24Hours(Local(now)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-04", "2026-03-04T23:59", false)]
    [InlineData("2026-03-04", "2026-03-05T00:00", true)]
    [InlineData("2026-06-04", "2026-06-05T00:30", true)]
    public void GivenExpectedDischarge_WhenItsDayIsOver_ThenOverdue(string date, string now, bool overdue) =>
        Expecting(date).IsOverdue(Local(now)).ShouldBe(overdue);

    [Fact]
    public void GivenNoExpectedDischarge_WhenAsked_ThenNeitherExpectedNorOverdue()
    {
        var stay = Admitted("2026-03-02T10:00");
        stay.IsExpectedToGoWithin24Hours(Local("2026-03-02T10:00")).ShouldBeFalse();
        stay.IsOverdue(Local("2027-03-02T10:00")).ShouldBeFalse();
    }

    private static Stay Admitted(string at) => new("S-1", "1", BedType.Inpatient, AgeBand.NotKnown, Local(at), Local(at));

    private static Stay Expecting(string date) =>
        Admitted("2026-01-01T10:00") with { ExpectedDischarge = DateOnly.ParseExact(date, "yyyy-MM-dd", null) };

    private static DateTimeOffset Local(string wallClock) => LocalDay.FromLocal(DateTime.ParseExact(wallClock, "yyyy-MM-dd'T'HH:mm", null));
}
