using System.Collections.Concurrent;
using Orleans.Runtime;

namespace CapacityBoard.Runtime.InProcess;

public interface IProbeGrain : IGrainWithStringKey
{
    /// <summary>Runs a test's work as this grain's turn.</summary>
    Task<T> Do<T>(Func<Task<T>> work);

    /// <summary>Answers how many turns there were before this one.</summary>
    Task<int> Count();
}

public interface IFailingGrain : IGrainWithStringKey
{
    Task<int> FailAtOnce();

    Task NotAllowed();
}

/// <summary>What the probes of one test share.</summary>
public sealed class ProbeLog
{
    private readonly ConcurrentDictionary<string, int> _active = new();

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>What a grain waits for when its activation ends.</summary>
    public Task BeforeDeactivated { get; set; } = Task.CompletedTask;

    /// <summary>True once two activations of one key were there at once.</summary>
    public bool SawTwoAtOnce { get; private set; }

    public void Begin(string key)
    {
        if (_active.AddOrUpdate(key, 1, (_, count) => count + 1) > 1)
        {
            SawTwoAtOnce = true;
        }
    }

    public void End(string key) => _active.AddOrUpdate(key, 0, (_, count) => count - 1);
}

public sealed class ProbeGrain(IGrainContext context, ProbeLog log) : IGrainBase, IProbeGrain
{
    private int _turns;

    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token)
    {
        log.Begin(this.GetPrimaryKeyString());
        log.Lines.Enqueue($"{this.GetPrimaryKeyString()} begins");
        return Task.CompletedTask;
    }

    public async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token)
    {
        await log.BeforeDeactivated;
        log.Lines.Enqueue($"{this.GetPrimaryKeyString()} ends");
        log.End(this.GetPrimaryKeyString());
    }

    public Task<T> Do<T>(Func<Task<T>> work) => work();

    public Task<int> Count() => Task.FromResult(_turns++);
}

public abstract class FailingGrain(IGrainContext context) : IGrainBase, IFailingGrain
{
    public IGrainContext GrainContext => context;

    public Task<int> FailAtOnce() => throw new InvalidOperationException("This turn fails.");

    public Task NotAllowed() => Task.CompletedTask;
}

public interface IOneFailingGrain : IFailingGrain;

public sealed class OneFailingGrain(IGrainContext context) : FailingGrain(context), IOneFailingGrain, IGrainBase
{
    public Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => throw new InvalidOperationException("This end fails.");
}

public interface IOtherFailingGrain : IFailingGrain;

public sealed class OtherFailingGrain(IGrainContext context) : FailingGrain(context), IOtherFailingGrain;
