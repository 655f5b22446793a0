namespace CapacityBoard.Cluster;

/// <summary>How long a grain stays in memory. Bound from the configuration section <see cref="Section"/>.</summary>
public sealed class GrainOptions
{
    public const string Section = "Grains";

    internal const string Allowed = "Grains:CollectionAge, how long an idle grain stays in memory, must be from 00:00:10 to 1.00:00:00.";

    internal static readonly TimeSpan ShortestAge = TimeSpan.FromSeconds(10);

    internal static readonly TimeSpan LongestAge = TimeSpan.FromDays(1);

    /// <summary>After this long without a call, a grain leaves memory; its next call restores it from the journal. Default: 15 minutes.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);
}
