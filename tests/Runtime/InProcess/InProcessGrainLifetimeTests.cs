using CapacityBoard.Support;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>How the runtime stops.</summary>
public sealed class InProcessGrainLifetimeTests : IAsyncDisposable
{
    private readonly ProbeRuntime _runtime = new();

    public ValueTask DisposeAsync() => _runtime.DisposeAsync();

    [Fact]
    public async Task GivenTurnsInFlight_WhenStopped_ThenTheyAreAnsweredFirstAndLaterCallsRefused()
    {
        var gate = new TaskCompletionSource<int>();
        var (held, waiting) = (_runtime.Probe().Do(() => gate.Task), _runtime.Probe().Count());

        var stop = new InProcessGrainLifetime(_runtime.Grains).StoppedAsync(CancellationToken.None);

        stop.IsCompleted.ShouldBeFalse();
        await Should.ThrowAsync<ObjectDisposedException>(() => _runtime.Probe().Count());
        gate.SetResult(7);
        await stop.Within("the runtime stops");
        (held.IsCompletedSuccessfully, waiting.IsCompletedSuccessfully).ShouldBe((true, true));
        _runtime.Log.Lines.ShouldBe(["one begins", "one ends"]);
    }

    [Fact]
    public async Task GivenTurnThatOutlastsTheDeadline_WhenStopped_ThenTheStopGivesUp()
    {
        var gate = new TaskCompletionSource<int>();
        _ = _runtime.Probe().Do(() => gate.Task);
        using var deadline = new CancellationTokenSource();

        var stop = new InProcessGrainLifetime(_runtime.Grains).StoppedAsync(deadline.Token);
        await deadline.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => stop.Within("the stop gives up"));
        gate.SetResult(0);
    }
}
