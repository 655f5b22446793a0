namespace CapacityBoard.Beds;

public sealed class WordsTests
{
    [Fact]
    public void GivenSummersInstant_WhenInWords_ThenAsOnTheWall() =>
        Words.Of(new DateTimeOffset(2026, 7, 31, 16, 30, 0, TimeSpan.Zero)).ShouldBe("2026-07-31 17:30 +01:00");
}
