namespace CapacityBoard.Sites;

/// <summary>When something was said, and by whom.</summary>
[GenerateSerializer, Alias("board.stamp"), Immutable]
public sealed record Stamp([Id(0)] DateTimeOffset At, [Id(1)] string By)
{
    /// <summary>The same for whoever may not see who it was.</summary>
    public Stamp WithoutName() => this with { By = "" };
}
