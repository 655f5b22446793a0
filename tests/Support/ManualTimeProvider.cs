using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace CapacityBoard.Support;

/// <summary>A clock that moves only when a test moves it, and knows when the next timer is due.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<NotedTimer, DateTimeOffset> _due = [];

    /// <summary>A Wednesday.</summary>
    public ManualTimeProvider()
        : this(new(2018, 10, 3, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The time until the next timer is due; null if there is none.</summary>
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
