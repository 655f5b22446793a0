namespace CapacityBoard.Interop.Hl7;

public sealed class Hl7TimeTests
{
    [Theory]
    [InlineData("20261126093015", "2026-11-26T09:30:15+00:00")]
    [InlineData("202611260930", "2026-11-26T09:30:00+00:00")]
    [InlineData("2026112609", "2026-11-26T09:00:00+00:00")]
    [InlineData("20261126", "2026-11-26T00:00:00+00:00")]
    [InlineData("202611", "2026-11-01T00:00:00+00:00")]
    [InlineData("2026", "2026-01-01T00:00:00+00:00")]
    [InlineData("20260726093015.1234", "2026-07-26T09:30:15+01:00")]
    [InlineData("20260726093015+0000", "2026-07-26T09:30:15+00:00")]
    [InlineData("20260726093015.12-0530", "2026-07-26T09:30:15-05:30")]
    [InlineData("202610250130", "2026-10-25T01:30:00+01:00")]
    public void GivenTime_ThenInstant(string text, string instant) => Hl7Time.Instant(text).ShouldBe(DateTimeOffset.Parse(instant, null));

    [Fact]
    public void GivenTimeThatTheClockNeverShows_ThenAnInstantAllTheSame() => Hl7Time.Instant("202603290130").ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("99991231")]
    [InlineData("20261399")]
    [InlineData("20261126250000")]
    [InlineData("26-11-2026")]
    [InlineData("20261126093015+9900")]
    [InlineData("202611260")]
    [InlineData("00010101")]
    public void GivenNoTime_ThenNull(string text) => Hl7Time.Instant(text).ShouldBeNull();

    [Fact]
    public void GivenWrittenTime_ThenReadBack()
    {
        var now = new DateTimeOffset(2026, 7, 26, 9, 30, 15, TimeSpan.FromHours(1));
        Hl7Time.Instant(Hl7Time.Of(now)).ShouldBe(now);
    }
}
