namespace CapacityBoard.Ui;

public sealed class NaturalOrderTests
{
    [Fact]
    public void GivenNumbers_ThenOrderedByTheirValue() => ((string[])["Bay B-1", "10", "Bay A-10", "9", "Bay A-2", "02"]).Order(NaturalOrder.Comparer)
        .ShouldBe(["02", "9", "10", "Bay A-2", "Bay A-10", "Bay B-1"]);
}
