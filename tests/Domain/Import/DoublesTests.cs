using System.Collections.Immutable;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

public sealed class DoublesTests
{
    [Fact]
    public void GivenOneNameAndPostcodeTwice_WhenFound_ThenTheFirstStandsForBothAndItsBlanksAreFilled()
    {
        var (homes, doubles) = Find(Directories.Of(
            Directories.Row("St Ann's House", "SK7 4QA", telephone: "NA", website: "NA"),
            Directories.Row("ST ANNS HOUSE", "sk74qa", telephone: "1615550199", website: "larkrise.example.org")));

        var home = homes.ShouldHaveSingleItem();
        home.Details.Name.ShouldBe("St Ann's House");
        home.Details.Telephone.ShouldBe("01615550199");
        home.Details.Website.ShouldBe("http://larkrise.example.org");
        var twin = doubles.ShouldHaveSingleItem();
        (twin.Row.Row, twin.DoubleOf).ShouldBe((3, 2));
        twin.Differences.ShouldContain("telephone '' and '01615550199'");
    }

    [Fact]
    public void GivenOneReferenceTwice_WhenFound_ThenOneHome_ThoughTheNamesDiffer() =>
        Find(Directories.WithFilters).Doubles.ShouldHaveSingleItem().Differences.ShouldContain("services");

    [Fact]
    public void GivenTwoHomesOfOneNameAtTwoPostcodes_WhenFound_ThenTwoHomes() =>
        Find(Directories.Of(Directories.Row(postcode: "SK7 4QA"), Directories.Row(postcode: "SK7 4QB"))).Homes.Length.ShouldBe(2);

    [Fact]
    public void GivenOneNameAndPostcodeUnderTwoReferences_WhenNothingJoinsThem_ThenTwoHomesAndAWarningWithWhatToDo()
    {
        var (homes, doubles) = Find(Directories.Filtered(
            "1-1,N,Y,Larkrise Grange,Trafford,WA15 8SN,,,,64", "1-2,N,Y,Larkrise Grange,Trafford,WA15 8SN,,,,64"));

        doubles.ShouldBeEmpty();
        homes[1].Warnings.ShouldHaveSingleItem().ShouldContain("remove one of the rows from the file");
    }

    [Theory]
    [InlineData("1-1", "1-2")]
    [InlineData("1-2", "1-1")]
    public void GivenDualRegistration_WhenItsRowsComeInAnyOrder_ThenTheFirstRegistrationIsTheReference(string first, string second)
    {
        var home = Find(Directories.Filtered(
            $"{first},N,Y,Larkrise Grange,Trafford,WA15 8SN,,1-1,,64", $"{second},N,Y,Grange (Operator),Trafford,WA15 8SN,,1-1,,64")).Homes.ShouldHaveSingleItem();

        (home.Details.Reference, home.Details.OtherReferences.Single()).ShouldBe(("1-1", "1-2"));
    }

    [Fact]
    public void GivenDualRegistrationOfAHomeAndAnAgency_WhenFound_ThenTwoSites() =>
        Find(Directories.Filtered("1-2,N,N,Larkrise Care,Trafford,WA15 8SN,Y,1-1,,0", "1-1,N,Y,Larkrise Grange,Trafford,WA15 8SN,,1-1,,64"))
            .Homes.Length.ShouldBe(2);

    private static (ImmutableArray<CheckedRow> Homes, ImmutableArray<DuplicateRow> Doubles) Find(byte[] file) =>
        Duplicates.Find(Directories.Read(file).Rows.Where(row => row.Kind is not null).Select(row => RowCheck.Check(row, "stockport", out _).ShouldNotBeNull()));
}
