using CapacityBoard.CareHomes;
using CapacityBoard.Postcodes;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

public sealed class PlacesTests
{
    private static readonly Site[] Here =
    [
        At("one", 53.38, "SK7 1AA", "1 Long Lane, Bramhall, Stockport", "Bramhall"),
        At("two", 53.40, "SK7 2BB", "2 Long Lane, Hazel Grove, Stockport", null),
        At("three", 53.42, "SK4 1CC", "3 Long Lane, Cheadle, Stockport", "Heatons"),
        new CareHome(SiteKey.Of("stockport", "lost")) { Details = new(SiteKind.CareHome, "Lost", Postcode: "SK9 9ZZ") },
    ];

    private static readonly Site[] Elsewhere = [At("four", 52.98, "ST10 1AA", "4 Long Lane, Cheadle, Staffordshire", null)];

    [Theory]
    [InlineData("SK7 1AA")]
    [InlineData("sk71aa")]
    [InlineData("  Sk7  1aA ")]
    public void GivenPostcodeOfASite_ThenItsPosition(string text) => Find(text).ShouldBe(new("SK7 1AA", new(53.38, -2.15), 1, IsExact: true));

    [Theory]
    [InlineData("SK7 9XX")]
    [InlineData("sk7")]
    public void GivenNoSiteOfThatPostcode_ThenTheMiddleOfItsDistrict(string text)
    {
        var place = Find(text)!;

        (place.Name, place.Sites, place.IsExact).ShouldBe(("SK7", 2, false));
        place.Position.Latitude.ShouldBe(53.39, 1e-9);
    }

    [Fact]
    public void GivenDistrictThatBeginsAnother_ThenItIsNotTakenForIt() => Find("SK1").ShouldBeNull();

    [Theory]
    [InlineData("heatons", 53.42)]
    [InlineData("Hazel Grove", 53.40)]
    public void GivenNeighbourhoodOrTown_ThenTheMiddleOfItsSites(string text, double latitude) =>
        Find(text)!.Position.Latitude.ShouldBe(latitude, 1e-9);

    [Fact]
    public void GivenNameOfTwoPlaces_ThenTheOneHere() => Find("Cheadle")!.Position.Latitude.ShouldBe(53.42, 1e-9);

    [Fact]
    public void GivenPlaceOfAnotherLocality_ThenItIsFoundThere() => Find("Staffordshire")!.Position.Latitude.ShouldBe(52.98, 1e-9);

    [Theory]
    [InlineData("Narnia")]
    [InlineData("SK9 9ZZ")]
    [InlineData("(((")]
    public void GivenNowhereThatIsKnown_ThenNull(string text) => Find(text).ShouldBeNull();

    [Theory]
    [InlineData("SK7 1AA", "SK7 1AA itself")]
    [InlineData("SK7 1ZZ", "the middle of SK7 1")]
    [InlineData("SK7 5AA", "the middle of SK7")]
    [InlineData("SK4 1CC", "the site at SK4 1CC")]
    [InlineData("SK4 9AA", "the 1 site in SK4")]
    [InlineData("Hazel Grove", "the 1 site in Hazel Grove")]
    [InlineData("Stockport", "the middle of 3 sites in Stockport")]
    public void GivenPostcodeDirectory_ThenItIsUsedWhereItKnowsTheDistrict_AndTheWordsSayWhichWas(string text, string words) =>
        Places.Find(text, Here, [.. Here, .. Elsewhere], Directory).ShouldNotBeNull().Words.ShouldBe(words);

    [Fact]
    public void GivenNoDirectory_ThenTheWordsSayHowManySites() => Find("SK7")!.Words.ShouldBe("the middle of 2 sites in SK7");

    [Fact]
    public void GivenClosedSite_ThenItIsNoPlaceToMeasureFrom()
    {
        Site[] closed = [.. Here.Select(site => site with { Closed = new("Home sold", new(default, "Commissioners")) })];

        Places.Find("SK7 1AA", closed, closed, postcodes: null).ShouldBeNull();
        Places.Find("Bramhall", closed, closed, postcodes: null).ShouldBeNull();
    }

    private static PostcodeDirectory Directory => PostcodeSelection.Of(new([PostcodeRow.At(PostcodeKey.Of("SK7 1AA")!.Value, 53.385, -2.155)]), []);

    private static Place? Find(string text) => Places.Find(text, Here, [.. Here, .. Elsewhere], postcodes: null);

    private static CareHome At(string name, double latitude, string postcode, string address, string? neighbourhood) =>
        new(SiteKey.Of("stockport", name))
        {
            Details = new(SiteKind.CareHome, name, Address: address, Postcode: postcode, Position: new(latitude, -2.15), Neighbourhood: neighbourhood),
        };
}
