using CapacityBoard.Support;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>When grains leave memory.</summary>
public sealed class InProcessCollectionTests : IAsyncDisposable
{
    private readonly ProbeRuntime _runtime = new();

    public ValueTask DisposeAsync() => _runtime.DisposeAsync();

    [Fact]
    public async Task GivenIdleForTheCollectionAge_WhenCheckedAndCalled_ThenItEndedAndAnotherBegan()
    {
        await _runtime.Probe().Count();

        _runtime.Clock.Advance(ProbeRuntime.Age * 1.1);
        (await _runtime.Probe().Count()).ShouldBe(0);

        _runtime.Log.Lines.ShouldBe(["one begins", "one ends", "one begins"]);
    }

    [Fact]
    public async Task GivenCalledNowAndThen_WhenChecked_ThenItStays()
    {
        for (var call = 0; call < 10; call++)
        {
            (await _runtime.Probe().Count()).ShouldBe(call);
            _runtime.Clock.Advance(ProbeRuntime.Age * 0.9);
        }

        _runtime.Log.Lines.ShouldBe(["one begins"]);
    }

    [Fact]
    public async Task GivenTurnLongerThanTheCollectionAge_WhenChecked_ThenItStays()
    {
        var gate = new TaskCompletionSource<int>();
        var turn = _runtime.Probe().Do(() => gate.Task);

        _runtime.Clock.Advance(ProbeRuntime.Age * 5);
        gate.SetResult(7);

        (await turn).ShouldBe(7);
        _runtime.Log.Lines.ShouldBe(["one begins"]);
    }

    [Fact]
    public async Task GivenActivationIsEnding_WhenCalled_ThenTheNextBeginsOnlyAfterItsEnd()
    {
        var gate = new TaskCompletionSource();
        _runtime.Log.BeforeDeactivated = gate.Task;
        await _runtime.Probe().Count();
        _runtime.Clock.Advance(ProbeRuntime.Age * 1.1);

        var calls = Enumerable.Range(0, 5).Select(_ => _runtime.Probe().Count()).ToList();
        calls.ShouldAllBe(call => !call.IsCompleted);
        gate.SetResult();

        (await Task.WhenAll(calls).Within("the calls are answered")).ShouldBe([0, 1, 2, 3, 4], ignoreOrder: true);
        _runtime.Log.Lines.ShouldBe(["one begins", "one ends", "one begins"]);
    }

    [Fact]
    public async Task GivenCollectionsAllTheTime_WhenManyCall_ThenThereAreNeverTwoActivationsOfAKey()
    {
        using var done = new CancellationTokenSource();
        var collecting = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                _runtime.Clock.Advance(ProbeRuntime.Age * 1.1);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            // They may be done before the first collection has come: then they go on until there was one.
            for (var call = 0; call < 2000 || (Ends() == 0 && call < 1_000_000); call++)
            {
                await _runtime.Probe($"{(caller + call) % 3}").Count();
            }
        }))).Within("all calls are answered");
        await done.CancelAsync();
        await collecting.Within("the last collection ends");

        _runtime.Log.SawTwoAtOnce.ShouldBeFalse();
        Ends().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task GivenEndThatFails_WhenCollected_ThenItIsGoneNevertheless()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _runtime.Grains.GetGrain<IOneFailingGrain>("one").FailAtOnce());

        _runtime.Clock.Advance(ProbeRuntime.Age * 1.1);

        _runtime.Grains.Activations.ShouldBe(0);
    }

    /// <summary>How many activations have ended.</summary>
    private int Ends() => _runtime.Log.Lines.Count(line => line.EndsWith("ends", StringComparison.Ordinal));
}
