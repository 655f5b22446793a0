namespace CapacityBoard.Sites;

public sealed class LimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void GivenText_WhenChecked_ThenNeededShortAndOnOneLine()
    {
        Limits.RequiredText("repair", "reason").ShouldBeNull();
        Limits.RequiredText(new string('x', 100), "reason").ShouldBeNull();
        Refused(Limits.RequiredText(null, "reason"));
        Refused(Limits.RequiredText(" ", "reason"));
        Refused(Limits.RequiredText(new string('x', 101), "reason"));
        Refused(Limits.OptionalText("a\tb", "reason"));
        Refused(Limits.OptionalText("a\u0000b", "reason"));
        Limits.OptionalText(null, "reason").ShouldBeNull();
        Limits.OptionalText("", "reason").ShouldBeNull();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2000, true)]
    [InlineData(-1, false)]
    [InlineData(2001, false)]
    public void GivenCount_WhenChecked_ThenFromNoneToTheMost(int count, bool allowed) =>
        (Limits.Count(count, "beds") is null).ShouldBe(allowed);

    [Fact]
    public void GivenPastTime_WhenChecked_ThenAtMostFiveYearsAgoAndClocksMayDiffer()
    {
        Limits.Happened(Now, "at", Now).ShouldBeNull();
        Limits.Happened(Now.AddMinutes(5), "at", Now).ShouldBeNull();
        Limits.Happened(Now.AddDays(-5 * 366), "at", Now).ShouldBeNull();
        Refused(Limits.Happened(Now.AddMinutes(5).AddTicks(1), "at", Now), "at");
        Refused(Limits.Happened(Now.AddDays(-5 * 366).AddTicks(-1), "at", Now), "at");
    }

    [Fact]
    public void GivenFutureTime_WhenChecked_ThenAheadAndAtMostAYear()
    {
        Limits.Ahead(Now.AddTicks(1), "at", Now).ShouldBeNull();
        Limits.Ahead(Now.AddDays(366), "at", Now).ShouldBeNull();
        Refused(Limits.Ahead(Now, "at", Now), "at");
        Refused(Limits.Ahead(Now.AddDays(366).AddTicks(1), "at", Now), "at");
    }

    [Fact]
    public void GivenTimesAtTheEndsOfTheCalendar_WhenChecked_ThenRefusedWithoutThrowing()
    {
        Refused(Limits.Happened(DateTimeOffset.MinValue, "at", Now), "at");
        Refused(Limits.Happened(DateTimeOffset.MaxValue, "at", Now), "at");
        Refused(Limits.Ahead(DateTimeOffset.MaxValue, "at", Now), "at");
    }

    private static void Refused(Refusal? refusal, string field = "reason")
    {
        refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Field).ShouldBe((RefusalCode.Invalid, field));
    }
}
