namespace CapacityBoard.Cluster;

public sealed class CallsInFlightTests
{
    private readonly CallsInFlight _calls = new();

    [Fact]
    public void GivenNoCalls_WhenDrained_ThenDoneAtOnce() => _calls.Drain().IsCompletedSuccessfully.ShouldBeTrue();

    [Fact]
    public void GivenCallsUnderWay_WhenDrained_ThenDoneWithTheLastAndNoneBegins()
    {
        (_calls.Enter(), _calls.Enter()).ShouldBe((true, true));

        var drained = _calls.Drain();

        _calls.Enter().ShouldBeFalse();
        _calls.Leave();
        drained.IsCompleted.ShouldBeFalse();
        _calls.Leave();
        drained.IsCompletedSuccessfully.ShouldBeTrue();
    }
}
