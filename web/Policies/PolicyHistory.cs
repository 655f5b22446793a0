using System.Collections.Immutable;

namespace CapacityBoard.Policies;

/// <summary>The policies of one locality over time. Before the first the default applies.</summary>
/// <param name="Entries">In the order in which they apply, no two from the same instant.</param>
internal sealed record PolicyHistory(ImmutableArray<EffectivePolicy> Entries)
{
    public static PolicyHistory Empty { get; } = new(ImmutableArray<EffectivePolicy>.Empty);

    public LocalityPolicy At(DateTimeOffset at) => InForce(at)?.Policy ?? LocalityPolicy.Default;

    /// <summary>Since when the policy of an instant has applied; the minimum where it is the default and always was.</summary>
    public DateTimeOffset Since(DateTimeOffset at) => InForce(at)?.EffectiveFrom ?? DateTimeOffset.MinValue;

    /// <summary>When the next policy after an instant begins to apply; the maximum where none does.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset at) =>
        Entries.FirstOrDefault(entry => entry.EffectiveFrom > at)?.EffectiveFrom ?? DateTimeOffset.MaxValue;

    /// <summary>The history with one more; it replaces one from the same instant.</summary>
    public PolicyHistory With(EffectivePolicy told) =>
        new([.. Entries.Where(entry => entry.EffectiveFrom != told.EffectiveFrom).Append(told).OrderBy(entry => entry.EffectiveFrom)]);

    private EffectivePolicy? InForce(DateTimeOffset at) => Entries.LastOrDefault(entry => entry.EffectiveFrom <= at);
}
