using System.Collections.Immutable;

namespace CapacityBoard.Policies;

/// <summary>One locality's policies over time. The default applies before the first.</summary>
/// <param name="Entries">In the order in which they apply; no two apply from the same instant.</param>
internal sealed record PolicyHistory(ImmutableArray<EffectivePolicy> Entries)
{
    public static PolicyHistory Empty { get; } = new(ImmutableArray<EffectivePolicy>.Empty);

    public LocalityPolicy At(DateTimeOffset at) => InForce(at)?.Policy ?? LocalityPolicy.Default;

    /// <summary>Since when the policy in force at an instant has applied; the minimum if it is the default.</summary>
    public DateTimeOffset Since(DateTimeOffset at) => InForce(at)?.EffectiveFrom ?? DateTimeOffset.MinValue;

    /// <summary>When the next policy after an instant begins to apply; the maximum if there is none.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset at) =>
        Entries.FirstOrDefault(entry => entry.EffectiveFrom > at)?.EffectiveFrom ?? DateTimeOffset.MaxValue;

    /// <summary>The history with one more policy, which replaces one from the same instant.</summary>
    public PolicyHistory With(EffectivePolicy told) =>
        new([.. Entries.Where(entry => entry.EffectiveFrom != told.EffectiveFrom).Append(told).OrderBy(entry => entry.EffectiveFrom)]);

    private EffectivePolicy? InForce(DateTimeOffset at) => Entries.LastOrDefault(entry => entry.EffectiveFrom <= at);
}
