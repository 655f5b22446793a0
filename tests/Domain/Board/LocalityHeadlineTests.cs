using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using static CapacityBoard.Support.GivenRow;

namespace CapacityBoard.Board;

public sealed class LocalityHeadlineTests
{
    [Fact]
    public void GivenHomesAgenciesAndWards_ThenBedsAndPackagesApartAndWardBedsInNeither()
    {
        var headline = LocalityHeadline.Of(BoardOf(
            Home("Home", Line(BedType.GeneralNursing, 2, 1)),
            Home("Agency", Line(BedType.CarePackage, 4, 2)) with { Kind = SiteKind.HomeCareProvider },
            Home("A1", Line(BedType.Inpatient, 8, 8)) with { Kind = SiteKind.Ward, Site = SiteKey.OfWard("stockport", "hospital", "a1"), Hospital = "Hospital" }));

        headline.ShouldBe(new("stockport", 2, 1, 4, 2, 0, 0, 3, 0));
    }

    [Fact]
    public void GivenStaleAndSilentSites_ThenCountedAndTheirBedsApart()
    {
        var headline = LocalityHeadline.Of(BoardOf(
            Home("Stale", Line(BedType.GeneralNursing, 2)) with { Freshness = Freshness.Stale },
            Home("Silent") with { Freshness = Freshness.NeverDeclared, Declared = null }));

        (headline.BedsNow, headline.StaleAvailable, headline.Stale).ShouldBe((0, 2, 2));
    }
}
