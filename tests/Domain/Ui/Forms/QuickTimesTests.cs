namespace CapacityBoard.Ui.Forms;

public sealed class QuickTimesTests
{
    /// <summary>A Wednesday in summer, 13:30 on the clock.</summary>
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 30, 0, TimeSpan.Zero);

    [Fact]
    public void GivenAfternoon_ThenTheNextUsualTimes() =>
        QuickTimes.Next(Now).Select(time => time.Label).ShouldBe(["Today 14:00", "Today 18:00", "Tomorrow 10:00", "Tomorrow 14:00"]);

    [Fact]
    public void GivenLateEvening_ThenTomorrowAndTheDayAfter() =>
        QuickTimes.Next(Now.AddHours(8)).Select(time => time.Label).ShouldBe(["Tomorrow 10:00", "Tomorrow 14:00", "Friday 10:00", "Friday 14:00"]);

    [Fact]
    public void GivenChoice_ThenItIsReadAsTheTimeItSays() =>
        TypedTime.Choice(QuickTimes.Next(Now)[0].Value).ShouldBe(new DateTimeOffset(2026, 7, 1, 13, 0, 0, TimeSpan.Zero));

    [Fact]
    public void GivenHours_ThenEachSaysWhenItEnds() =>
        QuickTimes.After(Now, 4, 24).Select(time => time.Label).ShouldBe(["4 hours, until today at 17:30", "24 hours, until tomorrow at 13:30"]);

    [Theory]
    [InlineData("2026-10-24T19:30:20Z", 4, "4 hours, until tomorrow at 00:30")]
    [InlineData("2026-10-24T20:30:20Z", 4, "4 hours, until tomorrow at 01:30 BST")]
    [InlineData("2026-10-24T21:30:20Z", 4, "4 hours, until tomorrow at 01:30 GMT")]
    [InlineData("2026-10-24T01:30:20Z", 24, "24 hours, until tomorrow at 01:30 GMT")]
    [InlineData("2027-03-27T21:30:20Z", 4, "4 hours, until tomorrow at 02:30")]
    public void GivenClocksThatChangeBetween_WhenHoursAreChosen_ThenItIsThatManyHours(string now, int hours, string label)
    {
        var at = DateTimeOffset.Parse(now, null);

        var option = QuickTimes.After(at, hours).ShouldHaveSingleItem();

        option.Label.ShouldBe(label);
        TypedTime.Choice(option.Value).ShouldBe(at.AddHours(hours).AddSeconds(-20));
    }

    [Theory]
    [InlineData(-1, "yesterday at 13:30")]
    [InlineData(2, "Friday at 13:30")]
    [InlineData(8, "Thursday 9 July at 13:30")]
    [InlineData(200, "17 January 2027 at 12:30")]
    public void GivenTime_ThenSaidAsPeopleSayIt(int days, string words) => QuickTimes.Of(Now.AddDays(days), Now).ShouldBe(words);
}
