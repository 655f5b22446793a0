using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Admin;

public sealed class PastedSitesTests
{
    [Theory]
    [InlineData("A1\t28\nB2\t20")]
    [InlineData("Ward\tBeds\nA1\t28\nB2\t20")]
    [InlineData("Ward;Beds\nA1;28\nB2;20")]
    [InlineData("\"A1\",\"28\"\n\"B2\",\"20\"")]
    [InlineData("name, total beds\r\n\r\nA1, 28\r\nB2,20\r\n")]
    public void GivenTable_ThenEachLineIsASite(string text)
    {
        var pasted = PastedSites.Read(text, SiteKind.Ward);

        pasted.Problems.ShouldBeEmpty();
        pasted.Sites.Select(site => (site.Name, site.Beds.Single())).ShouldBe([("A1", new(BedType.Inpatient, 28)), ("B2", new(BedType.Inpatient, 20))]);
    }

    [Theory]
    [InlineData("Ward 4, surgery, 24")]
    [InlineData("\"Ward 4, surgery\",24")]
    [InlineData("Ward 4, surgery; 24")]
    public void GivenNameWithCommasAndNumbers_ThenTheLastNumberIsTheBeds(string text) =>
        PastedSites.Read(text, SiteKind.Ward).Sites.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            site => site.Name.ShouldBe("Ward 4, surgery"), site => site.Part.ShouldBe("ward-4-surgery"), site => site.Beds.Single().Total.ShouldBe(24));

    [Fact]
    public void GivenTwoTypesOfOneUnit_ThenItIsOneSite()
    {
        var unit = PastedSites.Read("Unit,Beds,Type\nOpal House,24,Step down\nOpal House,6,step-up", SiteKind.IntermediateCareUnit).Sites.ShouldHaveSingleItem();

        unit.Beds.ShouldBe([new(BedType.StepDown, 24), new(BedType.StepUp, 6)]);
    }

    [Theory]
    [InlineData("Kestrel Care, 30", BedType.CarePackage)]
    [InlineData("Kestrel Care\t30\tReablement packages", BedType.ReablementPackage)]
    public void GivenAgency_ThenItsPackagesAreCarePackagesUnlessItSaysOtherwise(string text, BedType type) =>
        PastedSites.Read(text, SiteKind.HomeCareProvider).Sites.ShouldHaveSingleItem().Beds.ShouldBe([new(type, 30)]);

    [Theory]
    [InlineData("A1, twenty", "Line 1: “A1, twenty” has no number of beds. Write it like Ward A1, 28.")]
    [InlineData("A1, 28\nA1, 20", "Line 2: “A1” is on line 1 too.")]
    [InlineData("A1, 28\n\nA 1, 20\nA-1, 4", "Line 4: “A-1” is on line 3 too.")]
    [InlineData("A1, 28\n\"B2, 20", "Line 2: A quotation mark is not closed.")]
    [InlineData("A1, 0", "Line 1: “A1” must have from 1 to 5000 beds.")]
    [InlineData(", 28", "Line 1: “” is not a name. Write it like Ward A1, 28.")]
    [InlineData("A1, 28, step down", "Line 1: “step down” is not a bed type. Use inpatient.")]
    [InlineData("A1, 28\nWard, Beds", "Line 2: “Ward, Beds” has no number of beds. Write it like Ward A1, 28.")]
    public void GivenLineThatCannotBeRight_ThenItsNumberAndWhatToWrite(string text, string problem) =>
        PastedSites.Read(text, SiteKind.Ward).Problems.ShouldBe([problem.Replace("5000", $"{Limits.MostBeds}", StringComparison.Ordinal)]);

    [Fact]
    public void GivenTooManyLines_ThenOnlyThatIsSaid()
    {
        var most = string.Join('\n', Enumerable.Range(1, PastedTable.MostLines).Select(line => $"A{line}, 0"));

        PastedSites.Read($"{most}\nB1, 4", SiteKind.Ward).Problems.ShouldBe(["Paste at most 200 lines at a time."]);
        PastedSites.Read(new('x', PastedTable.LongestText + 1), SiteKind.Ward).Problems.ShouldBe(["Paste at most 200 lines at a time."]);
        PastedSites.Read($"Ward, Beds\n{most}", SiteKind.Ward).Problems.Length.ShouldBe(PastedTable.MostLines);
    }

    [Fact]
    public void GivenCareHomeWithoutItsType_ThenTheTypeIsAskedFor() =>
        PastedSites.Read("The Limes, 40", SiteKind.CareHome).Problems.ShouldHaveSingleItem().ShouldContain("is not a bed type");
}
