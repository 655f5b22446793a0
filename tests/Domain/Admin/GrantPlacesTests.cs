using CapacityBoard.Access;

namespace CapacityBoard.Admin;

public sealed class GrantPlacesTests
{
    private static readonly GrantPlaces Places = new(
    [
        Place("*", "Everywhere", "All localities"),
        Place("stockport", "Stockport", "Whole locality"),
        Place("stockport/fernlea", "Fernlea Nursing Home", "Care home"),
        Place("stockport/the-limes", "The Limes", "Care home"),
        Place("trafford/the-limes", "The Limes", "Care home"),
        Place("stockport/opal", "Opal", "Intermediate care unit"),
        Place("stockport/opal-2", "Opal", "Care home"),
        Place("stockport/twin", "Twin", "Care home"),
        Place("stockport/twin-2", "Twin", "Care home"),
        Place("stockport/posing", "The Limes, Stockport", "Care home"),
    ]);

    [Theory]
    [InlineData("Fernlea Nursing Home", "stockport/fernlea")]
    [InlineData(" fernlea  nursing HOME ", "stockport/fernlea")]
    [InlineData("stockport", "stockport")]
    [InlineData("everywhere", "*")]
    [InlineData("The Limes, Trafford", "trafford/the-limes")]
    [InlineData("Opal, Stockport, care home", "stockport/opal-2")]
    [InlineData("stockport/twin", "stockport/twin")]
    public void GivenNameOfOnePlace_ThenFound(string name, string scope) => Places.Find(name).ShouldNotBeNull().Scope.Value.ShouldBe(scope);

    [Fact]
    public void GivenSiteCalledAsAnotherWouldBeWithItsLocality_ThenNeitherIsTakenForTheOther()
    {
        Places.NameOf(Scope.Parse("stockport/the-limes")).ShouldBe("The Limes, Stockport, care home");
        Places.NameOf(Scope.Parse("stockport/posing")).ShouldBe("The Limes, Stockport, Stockport");
        Places.Find("The Limes, Stockport").ShouldBeNull();
    }

    [Theory]
    [InlineData("The Limes", "More than one place is called “The Limes”. Choose The Limes, Stockport, care home or The Limes, Trafford.")]
    [InlineData("Fernlea", "No place that you administer is called “Fernlea”. Did you mean Fernlea Nursing Home?")]
    [InlineData("Bramble House", "No place that you administer is called “Bramble House”. Choose one from the list.")]
    public void GivenNameOfNoneOrSeveral_ThenSaidWhatToWrite(string name, string said)
    {
        Places.Find(name).ShouldBeNull();
        Places.WhyNot(name).ShouldBe(said);
    }

    [Fact]
    public void GivenPlaces_ThenNoTwoHaveOneName() => Places.All.Select(place => place.Name.ToUpperInvariant()).ShouldBeUnique();

    private static GrantPlace Place(string scope, string name, string kind) => new(Scope.Parse(scope), name, kind);
}
