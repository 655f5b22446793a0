namespace CapacityBoard.Sites;

/// <summary>That a site is closed: why, since when and who said so.</summary>
[GenerateSerializer, Alias("board.closure"), Immutable]
public sealed record Closure([Id(0)] string Reason, [Id(1)] Stamp Since)
{
    /// <summary>The same for whoever may not see what people wrote, and who.</summary>
    public Closure WithoutWords() => new("", Since.WithoutName());
}
