namespace CapacityBoard.Access.Store;

/// <summary>
/// A locality's policy from an instant. A later policy is another row, so that the policy at any past time stays known.
/// </summary>
internal sealed class LocalityPolicyRow
{
    public long Id { get; init; }

    public required string Locality { get; init; }

    /// <summary>The policy as JSON.</summary>
    public required string Policy { get; init; }

    public DateTimeOffset EffectiveFrom { get; init; }

    public DateTimeOffset Given { get; init; }

    public required string GivenBy { get; init; }
}
