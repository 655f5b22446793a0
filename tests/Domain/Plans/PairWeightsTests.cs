namespace CapacityBoard.Plans;

/// <summary>One number for a pair, in which no level can outweigh the one above it, and which never overflows.</summary>
public sealed class PairWeightsTests
{
    private const int People = 300;
    private const int Nodes = 600;

    private static readonly PairCost Least = new(0, 0, 0, 0);
    private static readonly PairCost Most = new(1, 5, 11, 1500);

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(0, 0, 1, 0)]
    public void GivenOneStepOfALevel_ThenItWeighsMoreThanAllBelowItForEverybody(int later, int wish, int match, int distance)
    {
        var weights = new PairWeights([Least, Most], People, Nodes);
        var step = new PairCost(later, wish, match, distance);
        var below = Most with { Later = 0, Wish = later > 0 ? Most.Wish : 0, Match = match > 0 ? 0 : Most.Match };

        weights.Of(step).ShouldBeGreaterThan(People * weights.Of(below));
        weights.Of(Least with { Distance = 1 }).ShouldBeGreaterThan(0);
        weights.Of(Most).ShouldBeLessThanOrEqualTo(PairWeights.MostCost(Nodes));
    }

    [Fact]
    public void GivenMorePeopleThanTheNumbersHaveRoomFor_ThenDistancesBecomeCoarserAndTheOtherLevelsStay()
    {
        const int people = 1000;
        const int nodes = 3000;
        var weights = new PairWeights([Least, Most], people, nodes);

        weights.Of(Most).ShouldBeLessThanOrEqualTo(PairWeights.MostCost(nodes));
        weights.Of(Least with { Distance = 1 }).ShouldBe(0);
        weights.Of(Most with { Later = 0, Wish = 0, Match = 0 }).ShouldBeGreaterThan(0);
        weights.Of(Least with { Match = 1 }).ShouldBeGreaterThan(people * weights.Of(Most with { Later = 0, Wish = 0, Match = 0 }));
    }

    [Fact]
    public void GivenCostsThatAreTheSameForAll_ThenTheyTakeNoRoom() =>
        new PairWeights([Most, Most with { Distance = 1600 }], People, Nodes).Of(Most with { Distance = 1600 }).ShouldBe(100);
}
