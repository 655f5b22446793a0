namespace CapacityBoard.Sites;

/// <summary>A site's answer to a command. It is given once the events are durable.</summary>
/// <param name="Version">The site's version after the command; where refused, the version it was refused at.</param>
/// <param name="Position">The journal's position of the last entry that the command recorded; null where it recorded none, or before.</param>
[GenerateSerializer, Alias("board.outcome"), Immutable]
public sealed record Outcome([Id(0)] long Version, [Id(1)] Refusal? Refusal = null, [Id(2)] long? Position = null)
{
    public bool IsAccepted => Refusal is null;
}
