using System.Diagnostics;

namespace CapacityBoard.Telemetry;

public sealed class TracedOperationsTests
{
    private static readonly ActivityContext Trace = new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

    private readonly TracedOperations _operations = new();

    [Fact]
    public void GivenRememberedOperation_WhenTaken_ThenItsTraceIsAnsweredOnce()
    {
        _operations.Remember("one", Trace);

        _operations.TryTake("one", out var trace).ShouldBeTrue();
        trace.ShouldBe(Trace);
        _operations.TryTake("one", out _).ShouldBeFalse();
    }

    [Fact]
    public void GivenMoreThanAreRemembered_ThenTheOldestAreForgotten()
    {
        for (var number = 0; number <= TracedOperations.Most; number++)
        {
            _operations.Remember($"{number}", Trace);
        }

        _operations.TryTake("0", out _).ShouldBeFalse();
        _operations.TryTake("1", out _).ShouldBeTrue();
        _operations.TryTake($"{TracedOperations.Most}", out _).ShouldBeTrue();
    }
}
