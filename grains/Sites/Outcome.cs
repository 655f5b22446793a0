namespace CapacityBoard.Sites;

/// <summary>A site's answer to a command. It is given once the events are durable.</summary>
/// <param name="Version">The site's version after the command; where refused, the version it was refused at.</param>
[GenerateSerializer, Immutable]
public sealed record Outcome(long Version, Refusal? Refusal = null)
{
    public bool IsAccepted => Refusal is null;
}
