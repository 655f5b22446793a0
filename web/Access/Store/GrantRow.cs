namespace CapacityBoard.Access.Store;

/// <summary>A grant as it is kept.</summary>
internal sealed class GrantRow
{
    public long Id { get; init; }

    /// <summary>The id of the account or key that has it.</summary>
    public required string Owner { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>True where it follows from what the single sign-on says of the person, and goes when that no longer does.</summary>
    public bool FromSignOn { get; init; }

    public DateTimeOffset Given { get; init; }

    public required string GivenBy { get; init; }
}
