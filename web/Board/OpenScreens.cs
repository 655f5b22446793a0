using System.Collections.Concurrent;
using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Hardening;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>The hub's connections on this node: whose each is, and what it is sent.</summary>
public sealed class OpenScreens
{
    private readonly ConcurrentDictionary<string, OpenScreen> _screens = new(StringComparer.Ordinal);
    private readonly OpenCounts<(CallerKind, string)> _counts = new();

    public IReadOnlyCollection<OpenScreen> All => [.. _screens.Values];

    public int Count => _screens.Count;

    /// <summary>False where the caller has too many already.</summary>
    /// <param name="most">Of one caller.</param>
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

/// <summary>One connection.</summary>
public sealed class OpenScreen(HubCallerContext context, (CallerKind Kind, string Id) owner)
{
    private const int AtOnce = 10;

    private double _calls;
    private long _lastCall;

    /// <summary>The localities that it is sent, and whether the whole board or counts.</summary>
    public ConcurrentDictionary<string, bool> Watched { get; } = new(StringComparer.Ordinal);

    public (CallerKind Kind, string Id) Owner { get; } = owner;

    public HubCallerContext Context { get; } = context;

    /// <summary>Who calls on it, as they were found for the last call.</summary>
    public Caller? Caller { get; set; }

    /// <summary>False for a connection that calls more often than any screen does.</summary>
    /// <param name="aSecond">How often it may call for good; ten times that at once.</param>
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
