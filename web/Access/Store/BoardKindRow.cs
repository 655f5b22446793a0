namespace CapacityBoard.Access.Store;

/// <summary>Whether the tables belong to a demonstration. A single row, written at the first start and never changed.</summary>
internal sealed class BoardKindRow
{
    public int Id { get; init; } = 1;

    public required bool IsDemonstration { get; init; }

    public DateTimeOffset Chosen { get; init; }
}
