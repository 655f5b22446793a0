using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

public sealed class RowCheckTests
{
    [Fact]
    public void GivenSoundRow_WhenChecked_ThenItsDetailsAreThoseOfASite()
    {
        var home = Sound(Directories.Row(postcode: "sk74qa", website: "www.larkrise.example.org", type: "Nursing homes|Residential homes"));

        home.Warnings.ShouldBeEmpty();
        home.RatingKnown.ShouldBeFalse();
        home.Details.SaysTheSameAs(new(
            SiteKind.CareHome,
            "Larkrise Court",
            Address: "12 Invented Road, Hazel Grove, Stockport",
            Postcode: "SK7 4QA",
            Position: new(53.3801, -2.1202),
            Neighbourhood: "Hazel Grove",
            Telephone: "01615550101",
            Website: "http://www.larkrise.example.org",
            Services: ["Nursing homes", "Residential homes"])).ShouldBeTrue(home.Details.ToString());
    }

    [Fact]
    public void GivenCareDirectoryRow_WhenChecked_ThenReferenceRatingAndBedsAreTaken()
    {
        var home = RowCheck.Check(Directories.Read(Directories.WithFilters).Rows[0], "stockport", out _).ShouldNotBeNull();

        home.Details.Reference.ShouldBe("1-1000000001");
        home.Details.Rating.ShouldBe(CqcRating.Good);
        home.RatingKnown.ShouldBeTrue();
        home.Details.RegisteredBeds.ShouldBe(40);
        home.Details.Neighbourhood.ShouldBe("Hazel Grove");
        home.Details.Address.ShouldBe("12 Invented Road, Hazel Grove, Stockport, Cheshire");
    }

    [Fact]
    public void GivenHomeCareAgencyWithoutBeds_WhenChecked_ThenNoBedsAreRegistered() =>
        RowCheck.Check(Directories.Read(Directories.WithFilters).Rows[2], "stockport", out _).ShouldNotBeNull().Details.RegisteredBeds.ShouldBeNull();

    [Fact]
    public void GivenUnsoundOptionalValues_WhenChecked_ThenTheyAreLeftOutWithAWarningEach()
    {
        var home = Sound(Directories.Row(telephone: "12", website: "see brochure", lat: "0", lon: "0"));

        home.Details.ShouldSatisfyAllConditions(
            details => details.Telephone.ShouldBeNull(), details => details.Website.ShouldBeNull(), details => details.Position.ShouldBeNull());
        home.Warnings.Length.ShouldBe(3);
    }

    [Fact]
    public void GivenTelephoneThatASpreadsheetShortened_WhenChecked_ThenTheWarningSaysWhatToDo() =>
        Sound(Directories.Row(telephone: "1.6144E+09")).Warnings.ShouldHaveSingleItem().ShouldContain("Format the column as whole numbers or text");

    [Fact]
    public void GivenServiceThatNobodyKnows_WhenChecked_ThenItIsKeptAndNamed()
    {
        var home = Sound(Directories.Row(type: "Residential homes|Moon bases"));

        home.Details.Services.ShouldBe(["Residential homes", "Moon bases"]);
        home.Warnings.ShouldHaveSingleItem().ShouldContain("'Moon bases'");
    }

    [Fact]
    public void GivenMoreServicesThanASiteTakes_WhenChecked_ThenThoseLeftOutAreNamed()
    {
        var bands = Enumerable.Range(1, 42).Select(number => $"Service user band - Group {number}");
        var file = $"{Directories.FilterHeader},{string.Join(',', bands)}\n1-1,N,Y,Larkrise Court,Kent,CT1 1AA,,,,9{string.Concat(Enumerable.Repeat(",Y", 42))}\n";

        var home = RowCheck.Check(Directories.Read(System.Text.Encoding.UTF8.GetBytes(file)).Rows[0], "kent", out _).ShouldNotBeNull();

        home.Details.Services.Length.ShouldBe(40);
        home.Warnings.ShouldHaveSingleItem().ShouldEndWith("Group 41, Group 42.");
    }

    [Fact]
    public void GivenAgencyWithBeds_WhenChecked_ThenTheyAreLeftOutWithAWarning() =>
        RowCheck.Check(Directories.Read(Directories.Filtered("1-1,N,N,Larkrise Care,Kent,CT1 1AA,Y,,,12")).Rows[0], "kent", out _)
            .ShouldNotBeNull().Warnings.ShouldHaveSingleItem().ShouldContain("12");

    [Theory]
    [InlineData("info@larkrise.example.org")]
    [InlineData("mailto:info@larkrise.example.org")]
    [InlineData("http://info@larkrise.example.org")]
    public void GivenEmailInTheWebsitesColumn_WhenChecked_ThenItIsLeftOutAndCalledWhatItIs(string address)
    {
        var home = Sound(Directories.Row(website: address));

        home.Details.Website.ShouldBeNull();
        home.Warnings.ShouldHaveSingleItem().ShouldContain("an email address");
    }

    [Theory]
    [InlineData("NA", "SK7 4QA", "name is missing")]
    [InlineData("!!!", "SK7 4QA", "no letters or numbers")]
    [InlineData("Larkrise Court", "NA", "postcode is missing")]
    [InlineData("Larkrise Court", "Stockport", "is not a UK postcode")]
    public void GivenRowWithoutNameOrPostcode_WhenChecked_ThenRefusedWithItsRowAndWhy(string name, string postcode, string why)
    {
        var rows = Directories.Read(Directories.Of(Directories.Row(name, postcode))).Rows;

        RowCheck.Check(rows[0], "stockport", out var refused).ShouldBeNull();
        refused.ShouldNotBeNull().Row.ShouldBe(2);
        refused.Because.ShouldContain(why);
    }

    [Theory]
    [InlineData("1614402200", "01614402200")]
    [InlineData("0161 440 2200", "01614402200")]
    [InlineData("+44 (0)161 440-2200", "01614402200")]
    [InlineData("00441614402200", "01614402200")]
    [InlineData("1617777e3", "01617777000")]
    [InlineData("1614402200.0", "01614402200")]
    [InlineData("7976848608", "07976848608")]
    [InlineData("441614402200", "01614402200")]
    [InlineData("4401614402200", "01614402200")]
    [InlineData("44 120462150", "0120462150")]
    [InlineData("441614402200.0", "01614402200")]
    [InlineData("1.6144E+09", null)]
    [InlineData("4.41614E+11", null)]
    [InlineData("120462150", "0120462150")]
    [InlineData("161335989", null)]
    [InlineData("1.61E+09", null)]
    [InlineData("0161 440 2200 ext 3", null)]
    [InlineData("123", null)]
    public void GivenTelephoneAsSpreadsheetsWriteIt_WhenParsed_ThenItIsAsDialled(string text, string? dialled) => UkTelephone.Parse(text).ShouldBe(dialled);

    [Theory]
    [InlineData("62 Buxton Road, Hazel Grove, Stockport", "Hazel Grove")]
    [InlineData("1 Long Drive, Hazel grove, Stockport", "Hazel Grove")]
    [InlineData("5 Low Bank, Ashton In Makerfield, Wigan", "Ashton in Makerfield")]
    [InlineData("Prestwich, Manchester", "Prestwich")]
    [InlineData("Stanley Road, Cheadle Hulme, Cheadle", "Cheadle Hulme")]
    [InlineData("Elmfield Road, Wigan", null)]
    [InlineData("Bedford Square, Off Chapel Street, Leigh", null)]
    [InlineData("9 The Foothills, Rochdale", null)]
    [InlineData("1 High Bank, Stockport, Manchester", null)]
    [InlineData("Stockport", null)]
    public void GivenAddress_WhenItNamesAPlaceBeforeTheTown_ThenThatIsTheNeighbourhood(string address, string? neighbourhood)
    {
        var parts = Values.AddressParts(address);

        Neighbourhood.Of(parts[..^1], parts[^1], "Stockport").ShouldBe(neighbourhood);
    }

    private static CheckedRow Sound(string row) => RowCheck.Check(Directories.Read(Directories.Of(row)).Rows[0], "stockport", out _).ShouldNotBeNull();
}
