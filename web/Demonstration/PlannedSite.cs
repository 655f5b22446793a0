using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration;

/// <summary>A site of the demonstration and its first commands.</summary>
/// <param name="First">Its commands after registration, in order.</param>
internal sealed record PlannedSite(SiteKey Key, SiteDetails Details, ImmutableArray<SiteCommand> First)
{
    public SiteKind Kind => Details.Kind;

    public static PlannedSite Of(string key, SiteDetails details, params IEnumerable<SiteCommand> first) =>
        new(SiteKey.Parse(key), details, [.. first]);

    public static DeclareVacancies Declare(params IEnumerable<DeclaredLine> lines) => new([.. lines]);
}
