namespace CapacityBoard.Support;

/// <summary>A clock that shows the time a test sets.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = GivenSite.Start;

    public override DateTimeOffset GetUtcNow() => Now;
}
