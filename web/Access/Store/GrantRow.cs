namespace CapacityBoard.Access.Store;

/// <summary>A grant as stored.</summary>
internal sealed class GrantRow
{
    public long Id { get; init; }

    /// <summary>The id of the account or key that holds it.</summary>
    public required string Owner { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>True if the grant follows from single sign-on claims and is removed when they no longer support it.</summary>
    public bool FromSignOn { get; init; }

    public DateTimeOffset Given { get; init; }

    public required string GivenBy { get; init; }
}
