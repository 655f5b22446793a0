namespace CapacityBoard.Sites;

public sealed class SiteKeyTests
{
    [Fact]
    public void GivenSite_WhenKeyMade_ThenItsPartsAreKnown()
    {
        var key = SiteKey.Of("stockport", "the-meadows");
        (key.Value, key.Locality, key.Hospital, key.Name).ShouldBe(("stockport/the-meadows", "stockport", null, "the-meadows"));
        key.ShouldBe(SiteKey.Parse("stockport/the-meadows"));
    }

    [Fact]
    public void GivenWard_WhenKeyMade_ThenItsPartsAreKnown()
    {
        var key = SiteKey.OfWard("stockport", "stepping-hill", "a1");
        (key.ToString(), key.Locality, key.Hospital, key.Name).ShouldBe(("stockport/stepping-hill/a1", "stockport", "stepping-hill", "a1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("stockport")]
    [InlineData("stockport/")]
    [InlineData("/meadows")]
    [InlineData("a/b/c/d")]
    [InlineData("Stockport/meadows")]
    [InlineData("stockport/the meadows")]
    [InlineData("stockport/-meadows")]
    [InlineData("stockport/meadows-")]
    [InlineData("stockport/the--meadows")]
    [InlineData("stockport/mea_dows")]
    [InlineData("stockport/café")]
    [InlineData("stockport/٣")]
    [InlineData("stockport/meadows\n")]
    public void GivenNoKey_WhenParsed_ThenRefused(string? text)
    {
        SiteKey.TryParse(text, out var key).ShouldBeFalse();
        key.ShouldBeNull();
        Should.Throw<FormatException>(() => SiteKey.Parse(text!)).Message.ShouldContain("locality/site");
    }

    [Fact]
    public void GivenPart_WhenItHasSixtyCharacters_ThenAllowedAndNoMore()
    {
        SiteKey.IsPart(new string('a', 60)).ShouldBeTrue();
        SiteKey.IsPart(new string('a', 61)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("St Ann's (North)", "st-anns-north")]
    [InlineData("St Ann’s", "st-anns")]
    [InlineData("Café Rosé", "cafe-rose")]
    [InlineData("Marks & Sons", "marks-and-sons")]
    [InlineData("M&S", "m-and-s")]
    [InlineData("  The  Meadows -- 2 ", "the-meadows-2")]
    [InlineData("BÆRUM", "b-rum")]
    [InlineData("A1", "a1")]
    public void GivenName_WhenMadeAPart_ThenReadable(string name, string part)
    {
        SiteKey.PartFrom(name).ShouldBe(part);
        SiteKey.IsPart(part).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("Москва")]
    [InlineData("'")]
    public void GivenNameWithNothingAllowed_WhenMadeAPart_ThenNone(string name) => SiteKey.PartFrom(name).ShouldBeNull();

    [Fact]
    public void GivenLongName_WhenMadeAPart_ThenCutWithoutATrailingHyphen()
    {
        var part = SiteKey.PartFrom(new string('a', 59) + " b").ShouldNotBeNull();
        part.ShouldBe(new string('a', 59));
        SiteKey.PartFrom(string.Concat(Enumerable.Repeat("long name ", 20)))!.Length.ShouldBeLessThanOrEqualTo(60);
    }
}
