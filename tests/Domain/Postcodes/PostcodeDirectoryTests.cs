namespace CapacityBoard.Postcodes;

public sealed class PostcodeDirectoryTests
{
    private static readonly PostcodeTable Postcodes = Table(("M1 1AA", 53.48), ("SK4 3AA", 53.40), ("SK4 3AB", 53.42), ("SK4 9ZZ", 53.50), ("TR1 1AA", 50.26));

    [Theory]
    [InlineData("SK4 3AB", "SK4 3AB", 53.42, PostcodePart.Postcode)]
    [InlineData(" sk43ab ", "SK4 3AB", 53.42, PostcodePart.Postcode)]
    [InlineData("SK4 3ZZ", "SK4 3", 53.41, PostcodePart.Sector)]
    [InlineData("sk4 3", "SK4 3", 53.41, PostcodePart.Sector)]
    [InlineData("SK4 7AA", "SK4", 53.44, PostcodePart.District)]
    [InlineData("SK4", "SK4", 53.44, PostcodePart.District)]
    public void GivenPostcode_ThenItsPositionOrElseItsSectorsOrElseItsDistricts(string text, string name, double latitude, PostcodePart part)
    {
        var found = Whole().Find(text).ShouldNotBeNull();

        (found.Name, found.Part).ShouldBe((name, part));
        found.Position.Latitude.ShouldBe(latitude, 1e-4);
    }

    [Theory]
    [InlineData("SK40 3AB")]
    [InlineData("SK")]
    [InlineData("Stockport")]
    [InlineData("")]
    [InlineData("Ⅷ1 1AA")]
    public void GivenNoPostcodeThatIsKnown_ThenNull(string text) => Whole().Find(text).ShouldBeNull();

    [Fact]
    public void GivenDirectory_WhenWrittenAndRead_ThenItIsTheSame()
    {
        var bytes = Whole().ToBytes();

        var read = PostcodeDirectory.Of(bytes).ShouldNotBeNull();

        read.Postcodes.Rows.ToArray().ShouldBe(Postcodes.Rows.ToArray());
        read.Sectors.Rows.ToArray().ShouldBe(Whole().Sectors.Rows.ToArray());
        read.Districts.Rows.ToArray().ShouldBe(Whole().Districts.Rows.ToArray());
        PostcodeDirectory.Of([9, .. bytes[1..]]).ShouldBeNull("a later version wrote it");
    }

    [Fact]
    public void GivenTheWholeCountry_ThenEverySectorAndOnlyThePostcodesAroundTheSites()
    {
        var directory = PostcodeSelection.Of(Postcodes, ["SK4 1XX", "not a postcode"], mostKeptWhole: 0);

        directory.Find("SK4 3AB")!.Part.ShouldBe(PostcodePart.Postcode);
        directory.Find("M1 1AA")!.Part.ShouldBe(PostcodePart.Postcode, "the next district is 3 miles away");
        directory.Find("TR1 1AA").ShouldBe(new("TR1 1", new(50.26, -2.1), PostcodePart.Sector), "nobody of the board lives in Cornwall");
    }

    [Fact]
    public void GivenTheWholeCountryAndNoSites_ThenSectorsOnly() =>
        PostcodeSelection.Of(Postcodes, [], mostKeptWhole: 0).Find("SK4 3AB")!.Part.ShouldBe(PostcodePart.Sector);

    [Fact]
    public void GivenEveryShapeOfPostcode_ThenEachHasItsOwnNumberThatBeginsWithItsSectors()
    {
        string[] shapes = ["M1 1AA", "M1 1AB", "M1 2AA", "M11 1AA", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "A0 0AA", "ZZ9Z 9ZZ"];

        var keys = shapes.Select(shape => PostcodeKey.Of(shape).ShouldNotBeNull(shape)).ToList();

        keys.Distinct().Count().ShouldBe(shapes.Length);
        keys.ShouldAllBe(key => key >= 0);
        foreach (var (shape, key) in shapes.Zip(keys))
        {
            var (district, sector) = (shape.Split(' ')[0], shape.Split(' ')[1][0]);
            PostcodeKey.DistrictOf(key).ShouldBe(PostcodeKey.OfDistrict(district)!.Value);
            PostcodeKey.SectorOf(key).ShouldBe(PostcodeKey.OfSector(PostcodeKey.OfDistrict(district)!.Value, sector));
        }
    }

    private static PostcodeDirectory Whole() => PostcodeSelection.Of(Postcodes, []);

    private static PostcodeTable Table(params (string Postcode, double Latitude)[] rows) =>
        new([.. rows.Select(row => PostcodeRow.At(PostcodeKey.Of(row.Postcode)!.Value, row.Latitude, -2.1)).Order()]);
}
