namespace CapacityBoard.Sites;

/// <summary>When something was said, and by whom.</summary>
[GenerateSerializer, Immutable]
public sealed record Stamp(DateTimeOffset At, string By)
{
    /// <summary>The same for whoever may not see who it was.</summary>
    public Stamp OfNobody() => this with { By = "" };
}
