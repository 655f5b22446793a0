using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>One grain in memory, from its first call until it is idle for long or the server stops.</summary>
internal sealed partial class Activation(GrainId id, IServiceProvider services, TimeProvider clock, ILogger log) : IGrainContext
{
    private readonly Turns _turns = new();
    private long _lastUsed = clock.GetTimestamp();
    private IGrainBase? _grain;

    public string PrimaryKey => id.Key;

    /// <summary>Waits for a turn. Null: this activation has ended, and the caller needs another one.</summary>
    /// <exception cref="Exception">Whatever the grain's own activation failed with. The turn is not the caller's then, and the next one tries afresh.</exception>
    public async ValueTask<IGrainBase?> Enter()
    {
        if (!await _turns.Enter())
        {
            return null;
        }

        try
        {
            return _grain ??= await Activate();
        }
        catch
        {
            _turns.End();
            throw;
        }
    }

    public void Leave()
    {
        _lastUsed = clock.GetTimestamp();
        _turns.Leave();
    }

    /// <summary>Ends the activation where nobody has called it for so long. False where somebody has, or does.</summary>
    public async Task<bool> EndIfIdleFor(TimeSpan age)
    {
        if (!_turns.TryEnter())
        {
            return false;
        }

        if (clock.GetElapsedTime(_lastUsed) < age)
        {
            _turns.Leave();
            return false;
        }

        await Deactivate(new("Nobody has called it for long."));
        return true;
    }

    /// <summary>Ends the activation after the calls that it has taken in.</summary>
    public async Task End()
    {
        if (await _turns.Enter())
        {
            await Deactivate(new("The server is stopping."));
        }
    }

    private async Task<IGrainBase> Activate()
    {
        var grain = id.Class.Make(services, this);
        await grain.OnActivateAsync(CancellationToken.None);
        return grain;
    }

    /// <summary>Callers that wait get another activation only after this one is done: there are never two of a grain.</summary>
    private async Task Deactivate(DeactivationReason reason)
    {
        try
        {
            await (_grain?.OnDeactivateAsync(reason, CancellationToken.None) ?? Task.CompletedTask);
        }
        catch (Exception failure)
        {
            LogDeactivationFailed(id.Class.Name, id.Key, failure);
        }
        finally
        {
            _turns.End();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Grain} {Key} failed to deactivate; it has left memory nevertheless")]
    private partial void LogDeactivationFailed(string grain, string key, Exception failure);
}
