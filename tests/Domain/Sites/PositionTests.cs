namespace CapacityBoard.Sites;

public sealed class PositionTests
{
    private static readonly Position SteppingHill = new(53.3836, -2.1317);
    private static readonly Position Wythenshawe = new(53.3889, -2.2926);

    [Fact]
    public void GivenTwoHospitals_WhenDistanceAsked_ThenInKilometresEitherWay()
    {
        SteppingHill.KilometresTo(Wythenshawe).ShouldBe(10.7, 0.1);
        Wythenshawe.KilometresTo(SteppingHill).ShouldBe(SteppingHill.KilometresTo(Wythenshawe), 1e-9);
    }

    [Fact]
    public void GivenOneDegreeNorth_WhenDistanceAsked_ThenA360thOfTheMeridian() =>
        new Position(53, -2).KilometresTo(new(54, -2)).ShouldBe(111.2, 0.1);

    [Fact]
    public void GivenSamePlace_WhenDistanceAsked_ThenNone() => SteppingHill.KilometresTo(SteppingHill).ShouldBe(0);
}
