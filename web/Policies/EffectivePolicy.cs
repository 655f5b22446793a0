namespace CapacityBoard.Policies;

/// <summary>A locality's policy and the instant from which it applies, until a later one does.</summary>
public sealed record EffectivePolicy(string Locality, DateTimeOffset EffectiveFrom, LocalityPolicy Policy);
