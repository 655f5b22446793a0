namespace CapacityBoard.Access.Wallboards;

/// <summary>Lets a wall screen show one locality's counts without signing in, until it is revoked.</summary>
internal sealed class WallboardLink
{
    public required string Id { get; init; }

    /// <summary>Where the screen hangs, for the people who manage the links.</summary>
    public required string Name { get; init; }

    public required string Locality { get; init; }

    public DateTimeOffset Created { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? Revoked { get; set; }

    public DateTimeOffset? LastUsed { get; set; }
}
