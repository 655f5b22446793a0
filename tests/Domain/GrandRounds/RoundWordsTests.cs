using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

public sealed class RoundWordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    [Theory]
    [InlineData(-1, "overdue by 1 day")]
    [InlineData(-4, "overdue by 4 days")]
    [InlineData(0, "due today")]
    [InlineData(1, "due tomorrow")]
    [InlineData(2, "due Friday")]
    [InlineData(7, "due Wednesday 11 March")]
    public void GivenDueDay_ThenSaidAsPeopleDo(int days, string words) => RoundWords.Due(Today.AddDays(days), Today).ShouldBe(words);

    [Theory]
    [InlineData(RoundChangeKind.NewOnList, null, null, "New on the list")]
    [InlineData(RoundChangeKind.DelayChanged, "funding", "nursing-placement", "Main reason for delay: residential/nursing home care not yet available (Pathway 3), was: awaiting confirmation of funding eligibility")]
    [InlineData(RoundChangeKind.DelayChanged, "housing", null, "Main reason for delay: none recorded, was: housing provision not yet available (Pathway 0 or 1)")]
    [InlineData(RoundChangeKind.ExpectedDischargeMoved, null, "2026-03-06", "Expected date Friday, was not set")]
    [InlineData(RoundChangeKind.PathwayChanged, "p1", "p3", "Pathway 3, was 1")]
    [InlineData(RoundChangeKind.MovedWard, "A1", "B2", "Moved here from A1")]
    public void GivenChange_ThenInWords(RoundChangeKind kind, string? before, string? after, string words) =>
        RoundWords.Of(new RoundChange(kind, before, after), Today).ShouldBe(words);

    [Fact]
    public void GivenDelay_ThenWithWhoHasToEndItAndSinceWhen() =>
        RoundWords.Of(new Delay(DelayReason.HousingNotAvailable, DelayOwner.Both, new(2026, 3, 3), true, null, new(DateTimeOffset.MinValue, "A1")), Today)
            .ShouldBe("Housing provision not yet available (Pathway 0 or 1) (NHS and social care, since yesterday)");

    [Theory]
    [InlineData(26.0, "26")]
    [InlineData(20.5, "20.5")]
    [InlineData(26.04, "26")]
    [InlineData(null, "–")]
    public void GivenAverage_ThenWithOneDigitAtMost(double? average, string words) => RoundWords.Average(average).ShouldBe(words);

    [Fact]
    public void GivenOwnersOfActions_ThenTheyAreSuggestedBeforeTheUsualOnesAndEachOnce()
    {
        var (day, stamp) = (Today, new Stamp(DateTimeOffset.MinValue, "A1"));

        var teams = RoundTeams.In([new("1", "Ask", "Panel", day, stamp), new("2", "Ask", "ward", day, stamp), new("3", "Ask", "Panel ", day, stamp)]);

        teams.Take(2).ShouldBe(["Panel", "ward"]);
        teams.ShouldNotContain("Ward");
        teams.ShouldContain("Pharmacy");
    }
}
