namespace CapacityBoard.Support;

/// <summary>The machine's clock, moved forward or back. Timers still run on the machine's.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    public TimeSpan Shift
    {
        get => new(Interlocked.Read(ref _shift));
        set => Interlocked.Exchange(ref _shift, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
