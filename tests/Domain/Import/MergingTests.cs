using CapacityBoard.Sites;

namespace CapacityBoard.Import;

public sealed class MergingTests
{
    private static readonly SiteDetails Known = new(
        SiteKind.CareHome, "Larkrise Court", "1-1", null, "Old Road", "SK7 4QA", new(53.3, -2.1), "South", "01615550101", "http://a.example.org", CqcRating.Good, 40, ["Dementia"]);

    [Fact]
    public void GivenRowThatKnowsLittle_WhenMerged_ThenNothingIsBlanked()
    {
        var row = new CheckedRow(2, new(SiteKind.CareHome, "Larkrise Court", Postcode: "SK7 4QA"), RatingKnown: false, []);

        Merging.Over(Known, row).SaysTheSameAs(Known).ShouldBeTrue();
    }

    [Fact]
    public void GivenRowThatKnowsMore_WhenMerged_ThenItsWordCounts_ButNoGuessedNeighbourhood()
    {
        var row = new CheckedRow(
            2, new(SiteKind.CareHome, "Larkrise Court", Address: "New Road", Postcode: "SK7 4QA", Neighbourhood: "Hazel Grove", RegisteredBeds: 44), RatingKnown: true, []);

        var merged = Merging.Over(Known, row);

        merged.Neighbourhood.ShouldBe("South");
        Merging.Differences(Known, merged).ShouldBe(["address", "rating", "registeredBeds"]);
    }

    [Fact]
    public void GivenHomeThatMoved_WhenMerged_ThenNothingStaysThatSaysWhereItWas()
    {
        var row = new CheckedRow(2, new(SiteKind.CareHome, "Larkrise Court", Postcode: "SK9 9ZZ"), RatingKnown: false, []);

        var merged = Merging.Over(Known, row);

        (merged.Postcode, merged.Address, merged.Position, merged.Neighbourhood).ShouldBe(("SK9 9ZZ", null, null, null));
        (merged.Telephone, merged.RegisteredBeds).ShouldBe((Known.Telephone, 40));
    }

    [Fact]
    public void GivenSiteOfAnotherKind_WhenMerged_ThenItsKindStays() =>
        Merging.Over(Known with { Kind = SiteKind.IntermediateCareUnit }, new CheckedRow(2, Known, true, [])).Kind.ShouldBe(SiteKind.IntermediateCareUnit);
}
