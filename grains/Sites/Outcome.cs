namespace CapacityBoard.Sites;

/// <summary>A site's answer to a command, given once the events are durable.</summary>
/// <param name="Version">The site's version after the command; for a refusal, the version at which it was refused.</param>
/// <param name="Position">The journal position of the command's last entry; null if it recorded none, or recorded them in an earlier call.</param>
[GenerateSerializer, Alias("board.outcome"), Immutable]
public sealed record Outcome([Id(0)] long Version, [Id(1)] Refusal? Refusal = null, [Id(2)] long? Position = null)
{
    public bool IsAccepted => Refusal is null;
}
