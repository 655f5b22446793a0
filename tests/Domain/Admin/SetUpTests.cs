using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Store;
using CapacityBoard.Sites;

namespace CapacityBoard.Admin;

/// <summary>What is done and left of setting a board up is told from what there is.</summary>
public sealed class SetUpTests
{
    private static readonly AccountLine Self = Person("1", Role.Administrator, Scope.Everywhere);

    [Fact]
    public void GivenEmptyBoard_ThenEverythingIsToDo()
    {
        var setUp = SetUp.Of([], [Self], [], "1");

        (setUp.Done, setUp.IsDone).ShouldBe((0, false));
        setUp.Steps.Single(step => step.Id == "people").State.ShouldBe("Nobody but you can sign in yet");
    }

    [Fact]
    public void GivenSites_ThenWhatIsThereAndWhereNoneIsYet()
    {
        Site[] sites = [At(SiteKind.CareHome, "bury", "the-oaks"), At(SiteKind.CareHome, "stockport", "the-limes"), Ward("a1"), Ward("a2"), At(SiteKind.HomeCareProvider, "bury", "kestrel")];

        var states = SetUp.Of(sites, [Self, Person("2", Role.CareProvider, Scope.Parse("stockport/the-limes"))], ["bury"], "1").Steps.ToDictionary(step => step.Id, step => step.State);

        states["directory"].ShouldBe("2 care homes in 2 localities");
        states["wards"].ShouldBe("2 wards in 1 hospital. None in 1 locality yet");
        states["units"].ShouldBe("0 intermediate care units, 1 home care agency. None in 1 locality yet");
        states["people"].ShouldBe("1 person invited. 4 sites with nobody to update them yet");
        states["wallboard"].ShouldBe("1 link. None in 1 locality yet");
    }

    [Fact]
    public void GivenEachStep_ThenAllIsDone_AndAHospitalsPeopleUpdateItsWards()
    {
        var setUp = SetUp.Of(
            [At(SiteKind.CareHome, "stockport", "the-limes"), Ward("a1"), At(SiteKind.IntermediateCareUnit, "stockport", "opal")],
            [Self, Person("2", Role.Ward, Scope.Parse("stockport/stepping-hill")), Person("3", Role.TransferTeam, Scope.Parse("stockport"))],
            ["stockport"],
            "1");

        setUp.IsDone.ShouldBeTrue();
        setUp.Steps.Single(step => step.Id == "people").State.ShouldBe("2 people invited. 2 sites with nobody to update them yet");
    }

    private static Site At(SiteKind kind, string locality, string name) => Site.Empty(kind, SiteKey.Of(locality, name));

    private static Site Ward(string name) => Site.Empty(SiteKind.Ward, SiteKey.OfWard("stockport", "stepping-hill", name));

    private static AccountLine Person(string id, Role role, Scope scope) => new(
        new() { Id = id, Name = id, CreatedBy = "1" }, [new() { Owner = id, Role = role, Scope = scope, GivenBy = "1" }]);
}
