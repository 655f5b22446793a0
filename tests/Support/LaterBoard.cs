using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>A server whose clock can be put ahead, for a test class.</summary>
public sealed class LaterBoard : IAsyncLifetime
{
    public LaterBoard() => Board = new() { Configure = builder => builder.Services.AddSingleton<TimeProvider>(Clock) };

    public TestBoard Board { get; }

    public ShiftedClock Clock { get; } = new();

    public ValueTask InitializeAsync() => Board.InitializeAsync();

    public ValueTask DisposeAsync() => Board.DisposeAsync();
}
