namespace CapacityBoard.Access;

public sealed class AdminScopeTests
{
    private const string Self = "self";

    private static readonly Grant Stockport = new(Role.Administrator, Scope.Parse("stockport"));
    private static readonly Grant Everywhere = new(Role.Administrator, Scope.Everywhere);

    private static Grant Ward(string scope) => new(Role.Ward, Scope.Parse(scope));

    [Theory]
    [InlineData("stockport", true)]
    [InlineData("stockport/fernlea", true)]
    [InlineData("stockport/stepping-hill/a1", true)]
    [InlineData("stockport-east", false)]
    [InlineData("trafford/fernlea", false)]
    [InlineData("*", false)]
    public void GivenLocality_ThenOnlyWhatLiesWithinIsCovered(string scope, bool covered) =>
        Of(Stockport).Covers(Scope.Parse(scope)).ShouldBe(covered);

    [Fact]
    public void GivenOtherRoleElsewhere_ThenItWidensNothing() => Of(Stockport, new(Role.TransferTeam, Scope.Everywhere)).Covers(Scope.Parse("trafford")).ShouldBeFalse();

    [Fact]
    public void GivenSomebodyWithRolesHereAndElsewhere_ThenSeenAndNotChanged()
    {
        Grant[] grants = [Ward("stockport/stepping-hill/a1"), Ward("trafford/general/b1")];

        Of(Stockport).Sees(grants, "someone").ShouldBeTrue();
        Of(Stockport).MayChange(grants, "someone").ShouldBeFalse();
        Of(Everywhere).MayChange(grants, "someone").ShouldBeTrue();
    }

    [Fact]
    public void GivenSomebodyOfEverywhere_ThenNeitherSeenNorChangedByALocalitysAdministrator()
    {
        Of(Stockport).Sees([Everywhere], "someone").ShouldBeFalse();
        Of(Stockport).MayChange([Everywhere], "someone").ShouldBeFalse();
    }

    [Fact]
    public void GivenSomebodyWithoutRoles_ThenOnlyWhoMadeThemAndAdministratorsOfEverywhereChangeThem()
    {
        Of(Stockport).MayChange([], "The administrator").ShouldBeTrue();
        Of(Stockport).Sees([], "someone").ShouldBeFalse();
        Of(Stockport).MayChange([], "someone").ShouldBeFalse();
        Of(Everywhere).MayChange([], "someone").ShouldBeTrue();
    }

    [Fact]
    public void GivenOwnAdministratorRole_ThenTakenOnlyWhereAnotherCoversIt()
    {
        Grant[] both = [Everywhere, Stockport];

        Of(both).WhyNotTake(Self, both, Everywhere).ShouldNotBeNull();
        Of(both).WhyNotTake(Self, both, Stockport).ShouldBeNull();
        Of(Stockport).WhyNotTake(Self, [Stockport], Stockport).ShouldNotBeNull();
        Of(Stockport).WhyNotTake("another", [Stockport], Stockport).ShouldBeNull();
        Of(Stockport).WhyNotTake(Self, [Stockport, Ward("stockport")], Ward("stockport")).ShouldBeNull();
    }

    [Fact]
    public void GivenRoleThatIsNotThere_ThenItCannotBeTaken() => Of(Stockport).WhyNotTake("another", [Stockport], Ward("stockport")).ShouldNotBeNull();

    [Fact]
    public void GivenOwnAccount_ThenItCannotBeClosed()
    {
        Of(Everywhere).WhyNotClose(Self).ShouldNotBeNull();
        Of(Everywhere).WhyNotClose("another").ShouldBeNull();
    }

    private static AdminScope Of(params Grant[] grants) => new(new(CallerKind.Person, Self, "The administrator", "", [.. grants]));
}
