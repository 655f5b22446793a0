using System.Collections.Concurrent;
using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Hardening;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>The hub's connections on this node: their owners and what they are sent.</summary>
public sealed class OpenScreens
{
    private readonly ConcurrentDictionary<string, OpenScreen> _screens = new(StringComparer.Ordinal);
    private readonly OpenCounts<(CallerKind, string)> _counts = new();

    public IReadOnlyCollection<OpenScreen> All => [.. _screens.Values];

    public int Count => _screens.Count;

    /// <summary>False if the caller already has too many connections.</summary>
    /// <param name="most">The most connections of one caller.</param>
    public bool TryOpen(HubCallerContext context, int most)
    {
        if (CallerIdentity.Of(context.User) is not { } owner || !_counts.TryOpen(owner, most))
        {
            return false;
        }

        _screens[context.ConnectionId] = new(context, owner);
        return true;
    }

    public void Close(string connection)
    {
        if (_screens.TryRemove(connection, out var screen))
        {
            _counts.Close(screen.Owner);
        }
    }

    public OpenScreen? Find(string connection) => _screens.GetValueOrDefault(connection);
}

public sealed class OpenScreen(HubCallerContext context, (CallerKind Kind, string Id) owner)
{
    private const int AtOnce = 10;

    private double _calls;
    private long _lastCall;

    /// <summary>The localities it is sent, each with whether it gets the whole board or counts.</summary>
    public ConcurrentDictionary<string, bool> Watched { get; } = new(StringComparer.Ordinal);

    public (CallerKind Kind, string Id) Owner { get; } = owner;

    public HubCallerContext Context { get; } = context;

    /// <summary>The caller as found for the last call.</summary>
    public Caller? Caller { get; set; }

    /// <summary>False if the connection calls more often than any screen does.</summary>
    /// <param name="aSecond">Sustained calls per second; a burst may be ten times that.</param>
    public bool MayCall(int aSecond, TimeProvider clock)
    {
        lock (Watched)
        {
            var now = clock.GetTimestamp();
            _calls = Math.Max(0, _calls - (_lastCall == 0 ? 0 : clock.GetElapsedTime(_lastCall, now).TotalSeconds * aSecond)) + 1;
            _lastCall = now;
            return _calls <= aSecond * AtOnce;
        }
    }
}
