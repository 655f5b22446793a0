using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration;

/// <summary>A site of the demonstration and what it says first.</summary>
/// <param name="First">Its commands after registration, in order.</param>
internal sealed record PlannedSite(SiteKey Key, SiteDetails Details, ImmutableArray<SiteCommand> First)
{
    public SiteKind Kind => Details.Kind;

    public static PlannedSite Of(string key, SiteDetails details, params IEnumerable<SiteCommand> first) =>
        new(SiteKey.Parse(key), details, [.. first]);

    public static DeclareVacancies Declare(params IEnumerable<DeclaredLine> lines) => new([.. lines]);

    /// <summary>A stay that began so many midnights ago, and was declared medically optimised so many midnights ago.</summary>
    public static IEnumerable<SiteCommand> Stay(
        string reference, string bed, BedType type, AgeBand age, string home, DateTimeOffset now, int midnights, int? optimised, int? leavesIn)
    {
        yield return new AdmitStay(
            reference,
            bed,
            type,
            age,
            now.AddDays(-midnights).AddMinutes(-7),
            home,
            leavesIn is { } days ? LocalDay.Of(now).AddDays(days) : null);
        if (optimised is { } ago)
        {
            yield return new DeclareMedicallyOptimised(reference, now.AddDays(-ago).AddMinutes(-5));
        }
    }
}
