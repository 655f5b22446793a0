using CapacityBoard.Support;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>Whose turn it is, and what can be called.</summary>
public sealed class InProcessGrainFactoryTests : IAsyncDisposable
{
    private readonly ProbeRuntime _runtime = new();

    public ValueTask DisposeAsync() => _runtime.DisposeAsync();

    [Fact]
    public async Task GivenTurnInProgress_WhenCalled_ThenCallsWaitAndTakeTurnsInTheirOrder()
    {
        var (order, gate) = (new List<int>(), new TaskCompletionSource());
        var first = _runtime.Probe().Do(() => Note(0, gate.Task));
        var others = Enumerable.Range(1, 20).Select(number => _runtime.Probe().Do(() => Note(number, Task.CompletedTask))).ToList();
        order.ShouldBeEmpty();

        gate.SetResult();

        await Task.WhenAll([first, .. others]).Within("all turns are taken");
        order.ShouldBe(Enumerable.Range(0, 21));

        async Task<bool> Note(int number, Task until)
        {
            await until;
            order.Add(number);
            return true;
        }
    }

    [Fact]
    public async Task GivenTurnInProgress_WhenAnotherKeyIsCalled_ThenItDoesNotWait()
    {
        var gate = new TaskCompletionSource<int>();
        var held = _runtime.Probe("one").Do(() => gate.Task);

        (await _runtime.Probe("two").Count().Within("the other grain answers")).ShouldBe(0);

        gate.SetResult(1);
        (await held).ShouldBe(1);
    }

    [Fact]
    public async Task GivenTurnThatFails_WhenCalledAgain_ThenTheSameActivationAnswers()
    {
        await _runtime.Probe().Count();
        await Should.ThrowAsync<InvalidOperationException>(() => _runtime.Probe().Do<int>(() => throw new InvalidOperationException()));
        await Should.ThrowAsync<InvalidOperationException>(() => _runtime.Grains.GetGrain<IOtherFailingGrain>("one").FailAtOnce());

        (await _runtime.Probe().Count()).ShouldBe(1);
    }

    [Fact]
    public void GivenInterfaceOfSeveralClasses_WhenAskedFor_ThenSaysWhichToAskForInstead() =>
        Should.Throw<ArgumentException>(() => _runtime.Grains.GetGrain<IFailingGrain>("one")).Message.ShouldBe(
            "IFailingGrain is implemented by OneFailingGrain, OtherFailingGrain; ask for the own interface of one of them.");

    [Fact]
    public void GivenInterfaceOfNoClass_WhenAskedFor_ThenSaysSo() =>
        Should.Throw<ArgumentException>(() => _runtime.Grains.GetGrain<INobodysGrain>("one")).Message.ShouldBe("No grain class implements INobodysGrain.");

    [Fact]
    public void GivenMethodWithoutAnswer_WhenCalled_ThenSaysWhatIsAllowed() =>
        Should.Throw<NotSupportedException>(() => { _ = _runtime.Grains.GetGrain<IOneFailingGrain>("one").NotAllowed(); }).Message.ShouldBe(
            "IFailingGrain.NotAllowed answers no Task<T>, as every method of a grain here does.");

    private interface INobodysGrain : IGrainWithStringKey;
}
