using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Board;

/// <summary>Counts of the people on a ward, in a unit or in a hospital. Lengths are in midnights.</summary>
/// <param name="LongStays">Stays of the policy's <see cref="LocalityPolicy.LongStayMidnights"/> or more.</param>
/// <param name="SuperStranded">Stays of the policy's <see cref="LocalityPolicy.SuperStrandedMidnights"/> or more.</param>
/// <param name="MedicallyOptimised">People medically optimised now.</param>
/// <param name="OptimisedMidnights">Midnights since they were declared medically optimised, summed over them.</param>
/// <param name="LongestOptimised">The most such midnights for one person.</param>
/// <param name="ExpectedToGo">Stays whose expected date of discharge falls within 24 hours.</param>
/// <param name="Overdue">Stays whose expected date of discharge has passed.</param>
/// <param name="Own">People who live in the locality of their hospital or unit.</param>
public sealed record PeopleFigures(
    int Stays,
    int LongStays,
    int SuperStranded,
    int MedicallyOptimised,
    int OptimisedMidnights,
    int LongestOptimised,
    int ExpectedToGo,
    int Overdue,
    int Own = 0)
{
    public static PeopleFigures None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <param name="locality">The locality of the hospital or unit; null if own people are not to be counted.</param>
    public static PeopleFigures Of(StayRegister register, LocalityPolicy policy, DateTimeOffset now, string? locality = null) => register.All
        .Select(stay => Of(stay, policy, now, locality))
        .Aggregate(None, (sum, one) => sum + one);

    public static PeopleFigures operator +(PeopleFigures left, PeopleFigures right) => new(
        left.Stays + right.Stays,
        left.LongStays + right.LongStays,
        left.SuperStranded + right.SuperStranded,
        left.MedicallyOptimised + right.MedicallyOptimised,
        left.OptimisedMidnights + right.OptimisedMidnights,
        Math.Max(left.LongestOptimised, right.LongestOptimised),
        left.ExpectedToGo + right.ExpectedToGo,
        left.Overdue + right.Overdue,
        left.Own + right.Own);

    private static PeopleFigures Of(Stay stay, LocalityPolicy policy, DateTimeOffset now, string? locality)
    {
        var midnights = stay.Midnights(now);
        var waited = stay.Optimised is { } optimised ? LocalDay.Midnights(optimised.At, now) : 0;
        return new(
            1,
            midnights >= policy.LongStayMidnights ? 1 : 0,
            midnights >= policy.SuperStrandedMidnights ? 1 : 0,
            stay.Optimised is null ? 0 : 1,
            waited,
            waited,
            stay.IsExpectedToGoWithin24Hours(now) ? 1 : 0,
            stay.IsOverdue(now) ? 1 : 0,
            locality is not null && stay.HomeLocality == locality ? 1 : 0);
    }
}
