namespace CapacityBoard.Access.Audit;

public sealed class AuditReachTests
{
    private static readonly AuditReach Two = new(false, ["stockport", "trafford/general"], []);

    [Theory]
    [InlineData(null, "stockport;trafford/general")]
    [InlineData("stockport/fernlea", "stockport/fernlea")]
    [InlineData("trafford", "trafford/general")]
    [InlineData("trafford/general/b1", "trafford/general/b1")]
    [InlineData("bury", "")]
    [InlineData("*", "stockport;trafford/general")]
    [InlineData("Sam Patel", "")]
    public void GivenPlaceThatIsAskedFor_ThenOnlyWhatLiesWithinIsSearched(string? about, string searched) =>
        string.Join(';', Two.PlacesFor(about)).ShouldBe(searched);

    [Fact]
    public void GivenReachOverEverything_ThenWhatIsAskedForIsSearched()
    {
        new AuditReach(true, [], []).PlacesFor(null).ShouldBe([null]);
        new AuditReach(true, [], []).PlacesFor("bury").ShouldBe(["bury"]);
    }
}
