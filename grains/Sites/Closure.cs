namespace CapacityBoard.Sites;

/// <summary>Why a site is closed, since when, and who closed it.</summary>
[GenerateSerializer, Alias("board.closure"), Immutable]
public sealed record Closure([Id(0)] string Reason, [Id(1)] Stamp Since)
{
    /// <summary>Without the reason and the name, for callers who may not see them.</summary>
    public Closure WithoutWords() => new("", Since.WithoutName());
}
