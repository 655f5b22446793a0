namespace CapacityBoard.Sites;

/// <summary>When something was done or stated, and by whom.</summary>
[GenerateSerializer, Alias("board.stamp"), Immutable]
public sealed record Stamp([Id(0)] DateTimeOffset At, [Id(1)] string By)
{
    /// <summary>Without the name, for callers who may not see it.</summary>
    public Stamp WithoutName() => this with { By = "" };
}
