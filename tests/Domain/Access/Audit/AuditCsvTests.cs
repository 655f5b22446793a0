using System.Text;

namespace CapacityBoard.Access.Audit;

public sealed class AuditCsvTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    public void GivenCellThatASpreadsheetWouldRun_ThenAnApostropheStandsBeforeIt(string cell) => AuditCsv.Inert(cell).ShouldBe($"'{cell}");

    [Theory]
    [InlineData("Sam Patel", "Sam Patel")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void GivenAnyOtherCell_ThenItStaysAsItIs(string? cell, string written) => AuditCsv.Inert(cell).ShouldBe(written);

    [Fact]
    public void GivenLines_ThenEachIsARowAndQuotesAreKept()
    {
        var text = Encoding.UTF8.GetString(AuditCsv.Of([new(At, "=cmd|' /C calc'!A0", "signed-in", "a \"home\", here", null, null, "127.0.0.1", null)]));

        text.ShouldContain("2026-03-02 09:00:00.000,'=cmd|' /C calc'!A0,signed-in,\"a \"\"home\"\", here\",,127.0.0.1,");
    }
}
