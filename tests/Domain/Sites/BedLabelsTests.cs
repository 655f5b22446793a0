namespace CapacityBoard.Sites;

public sealed class BedLabelsTests
{
    [Fact]
    public void GivenEmptyWard_ThenNumberedFromOne() => BedLabels.Free([], 3).ShouldBe(["01", "02", "03"]);

    [Fact]
    public void GivenGaps_ThenTheyAreFreeFirstAndThenTheNumbersThatFollow() => BedLabels.Free(["01", "03", "04"], 3).ShouldBe(["02", "05", "06"]);

    [Fact]
    public void GivenNoLeadingZeros_ThenNone() => BedLabels.Free(["1", "2", "12"], 2).ShouldBe(["3", "4"]);

    [Fact]
    public void GivenRoomsFromAHundred_ThenNothingBelowThem() => BedLabels.Free(["101", "103"], 2).ShouldBe(["102", "104"]);

    [Fact]
    public void GivenBays_ThenTheirGapsAndTheLargestGoesOn() => BedLabels.Free(["A1", "A3", "B1", "A4"], 3).ShouldBe(["A2", "A5", "A6"]);

    [Fact]
    public void GivenLabelsWithoutNumbers_ThenNumberedFromOne() => BedLabels.Free(["Window", "Door"], 1).ShouldBe(["01"]);

    [Fact]
    public void GivenHugeNumber_ThenStillAnswered() => BedLabels.Free(["1", "999999"], 1).ShouldBe(["1000000"]);
}
