namespace CapacityBoard.Sites;

/// <summary>When something was said, and by whom.</summary>
[GenerateSerializer, Immutable]
public sealed record Stamp(DateTimeOffset At, string By);
