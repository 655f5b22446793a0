using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>Whether anything in a locality may be near.</summary>
public sealed class ExtentTests
{
    private static readonly Position[] Sites = [new(53.38, -2.2), new(53.42, -2.05), new(53.4, -2.15)];

    private static readonly Extent Around = Sites.Aggregate((Extent?)null, Extent.With)!;

    [Fact]
    public void GivenAnyPlaceAround_WhenASiteIsWithinTheDistance_ThenItMayBe()
    {
        foreach (var from in Enumerable.Range(-20, 41).SelectMany(north => Enumerable.Range(-20, 41).Select(east => new Position(53.4 + north * 0.05, -2.1 + east * 0.05))))
        {
            foreach (var kilometres in new[] { 0.5, 5, 50 }.Where(each => Sites.Any(site => from.KilometresTo(site) <= each)))
            {
                Around.MayReach(from, kilometres).ShouldBeTrue($"{from}, {kilometres} km");
            }
        }
    }

    [Fact]
    public void GivenFarPlace_ThenNothingIsNear()
    {
        Around.MayReach(new(51.5, -0.1), 200).ShouldBeFalse();
        Around.MayReach(new(53.4, -2.1), 1).ShouldBeTrue();
    }
}
