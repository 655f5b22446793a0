using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.History;

public sealed class AsAtTests
{
    /// <summary>A Thursday in summer time, 11:20 on clocks in the United Kingdom.</summary>
    private static readonly DateTimeOffset Now = new(2026, 7, 16, 10, 20, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Began = new(2026, 3, 2, 9, 0, 12, TimeSpan.Zero);

    [Fact]
    public void GivenNoMoment_ThenNow()
    {
        var asAt = Of("?type=general-nursing");

        (asAt.IsPast, asAt.At, asAt.Version, asAt.Problems.Count).ShouldBe((false, Now, null, 0));
        asAt.Link("/stockport").ShouldBe("/stockport");
    }

    [Theory]
    [InlineData("?at=2026-07-14T13:05:00Z", "Tuesday 14 July at 14:05")]
    [InlineData("?at=2026-07-14T14:05:00%2B01:00", "Tuesday 14 July at 14:05")]
    [InlineData("?at=2026-07-14T14:05:00+01:00", "Tuesday 14 July at 14:05")]
    [InlineData("?at-date=2026-07-14&at-time=14:05", "Tuesday 14 July at 14:05")]
    [InlineData("?at-date=14/7/2026&at-time=2.05pm", "Tuesday 14 July at 14:05")]
    [InlineData("?at-date-day=14&at-date-month=7&at-date-year=2026&at-time=14:05", "Tuesday 14 July at 14:05")]
    [InlineData("?at-date=2026-03-03&at-time=09:30", "Tuesday 3 March at 09:30")]
    [InlineData("?at-date=2026-03-29&at-time=02:00", "Sunday 29 March at 02:00")]
    public void GivenMoment_ThenThatMomentOnClocksHere(string query, string words)
    {
        var asAt = Of(query);

        asAt.Problems.ShouldBeEmpty();
        (asAt.IsPast, asAt.Version, asAt.Words).ShouldBe((true, null, words));
    }

    [Fact]
    public void GivenMomentAndVersion_WhenLinkedAndReadAgain_ThenTheSame()
    {
        var asAt = Of("?at=2026-07-14T13:05:00.123Z&version=41");

        asAt.Version.ShouldBe(41);
        asAt.Link("/stockport?type=general-nursing").ShouldBe("/stockport?type=general-nursing&at=2026-07-14T13%3A05%3A00.123Z&version=41");
        Of(asAt.Link("?x=1")).ShouldBe(asAt with { Problems = Of("").Problems });
    }

    [Fact]
    public void GivenLastYear_ThenTheYearIsSaid() =>
        AsAt.Of("2025-12-31T12:00:00Z", null, Now, Began.AddYears(-1)).Words.ShouldBe("Wednesday 31 December 2025 at 12:00");

    [Theory]
    [InlineData("?at=yesterday", "at-date", "“yesterday” is not a date and time with a time zone, such as 2026-01-31T17:30:00Z. Choose a time from Monday 2 March at 09:01 to now.")]
    [InlineData("?at=2026-07-14T13:05:00", "at-date", "“2026-07-14T13:05:00” is not a date and time with a time zone")]
    [InlineData("?at=2026-07-16T10:22:00Z", "at-date", "Thursday 16 July at 11:22 is in the future. Choose a time from Monday 2 March at 09:01 to now.")]
    [InlineData("?at=2026-03-02T09:00:11Z", "at-date", "Monday 2 March at 09:00 is before the first record here. Choose a time from Monday 2 March at 09:01 to now.")]
    [InlineData("?at=2026-07-14T13:05:00Z&version=first", "at-date", "“first” is not a version of the board. A version is a whole number.")]
    [InlineData("?version=41", "at-date", "Enter a time too: a version needs one.")]
    [InlineData("?at-date=14+July+next&at-time=14:05", "at-date", "Enter a date, such as 16 7 2026. Choose a time")]
    [InlineData("?at-date-day=31&at-date-month=2&at-date-year=2026&at-time=14:05", "at-date", "Enter a date, such as 16 7 2026.")]
    [InlineData("?at-time=14:05", "at-date", "Enter a date")]
    [InlineData("?at-date=2026-07-14", "at-time", "Enter a time, such as 14:05.")]
    [InlineData("?at-date=2026-07-14&at-time=25:00", "at-time", "Enter a time, such as 14:05.")]
    [InlineData("?at-date=2026-03-29&at-time=01:30", "at-time", "There is no 01:30 on Sunday 29 March 2026")]
    [InlineData("?at-date=2025-10-26&at-time=01:30", "at-clocks", "Choose which 01:30 you mean: the clocks go back on Sunday 26 October 2025")]
    [InlineData("?at-date=2027-07-14&at-time=14:05", "at-date", "Wednesday 14 July 2027 at 14:05 is in the future.")]
    public void GivenMomentThatCannotBe_ThenWhatIsAllowedIsSaidAndItIsOfNow(string query, string field, string message)
    {
        var asAt = Of(query);

        asAt.IsPast.ShouldBeFalse();
        var problem = asAt.Problems.ShouldHaveSingleItem();
        problem.Field.ShouldBe(field);
        problem.Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("before", "2025-10-26T00:30:00Z", "Sunday 26 October 2025 at 01:30 BST")]
    [InlineData("after", "2025-10-26T01:30:00Z", "Sunday 26 October 2025 at 01:30 GMT")]
    public void GivenMomentThatComesTwiceAndWhichIsMeant_ThenThatOneAndItsWordsSayWhich(string clocks, string at, string words)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery($"?at-date=2025-10-26&at-time=01:30&at-clocks={clocks}"));

        var asAt = AsAt.Of(query, Now, Began.AddYears(-1));

        (asAt.Past, asAt.Words).ShouldBe((DateTimeOffset.Parse(at, null), words));
    }

    [Fact]
    public void GivenMomentThatAnotherNodesClockHasReached_ThenItIsNotToCome() =>
        AsAt.Of("2026-07-16T10:20:40Z", null, Now, Began).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("2026-07-16T10:15:00Z", 96)]
    [InlineData("2026-07-16T10:19:00Z", 96)]
    [InlineData("2026-07-16T09:15:00Z", 92)]
    [InlineData("2026-07-15T10:15:00Z", 0)]
    public void GivenMoment_ThenTheSliderOfTheLastDayStandsThere(string at, int value)
    {
        var slider = SliderView.Of(AsAt.Of(at, null, Now, Began));

        slider.ShouldBe(new(new(2026, 7, 16, 10, 15, 0, TimeSpan.Zero), 96, value));
        slider.IsWholeDay.ShouldBeTrue();
    }

    [Fact]
    public void GivenEarlierDay_ThenTheSliderGoesThroughTheDayAroundIt()
    {
        var slider = SliderView.Of(AsAt.Of("2026-07-01T10:15:00Z", null, Now, Began));

        slider.ShouldBe(new(new(2026, 7, 1, 22, 15, 0, TimeSpan.Zero), 96, 48, IsEarlier: true));
        slider.Label.ShouldBe("Move through the 24 hours around this time");
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(15, 0)]
    [InlineData(20, 1)]
    [InlineData(64, 3)]
    public void GivenABoardOfToday_ThenTheSliderGoesBackToItsBeginningAndTheFirstLookIsNotBeforeIt(int minutesOld, int steps)
    {
        var asAt = AsAt.Of(null, null, Now, Now.AddMinutes(-minutesOld));

        SliderView.Of(asAt).Steps.ShouldBe(steps);
        SliderView.FirstLook(asAt).ShouldBe(minutesOld == 5 ? asAt.Began : Now.AddMinutes(-5));
    }

    private static AsAt Of(string query) => AsAt.Of(new QueryCollection(QueryHelpers.ParseQuery(query)), Now, Began);
}
