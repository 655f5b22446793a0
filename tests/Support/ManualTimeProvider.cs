using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace CapacityBoard.Support;

/// <summary>A clock that stands still until a test moves it, and says how long it is until something happens by itself.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<NotedTimer, DateTimeOffset> _due = [];

    /// <summary>A Wednesday.</summary>
    public ManualTimeProvider()
        : this(new(2018, 10, 3, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>How long it is until the next timer falls due; null where there is none.</summary>
    public TimeSpan? UntilNextTimer => GetUtcNow() is var now && _due.Values.Where(due => due > now).ToList() is { Count: > 0 } ahead ? ahead.Min() - now : null;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new NotedTimer(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class NotedTimer(ManualTimeProvider clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock._due[this] = dueTime < TimeSpan.Zero ? DateTimeOffset.MinValue : clock.GetUtcNow() + dueTime;
            return timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            clock._due.TryRemove(this, out _);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock._due.TryRemove(this, out _);
            return timer.DisposeAsync();
        }
    }
}
