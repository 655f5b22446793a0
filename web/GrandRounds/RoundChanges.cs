using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>The differences of a stay since the previous round.</summary>
internal static class RoundChanges
{
    /// <param name="before">The same stay at the end of that round's day; null if it was not in the hospital.</param>
    /// <param name="then">The previous round.</param>
    /// <param name="longStay">The number of midnights from which a stay is on the list.</param>
    public static ImmutableArray<RoundChange> Of(WardStay now, WardStay? before, RoundWeek then, int longStay)
    {
        if (before is null || before.Stay.Midnights(then.EndOfDay) < longStay)
        {
            return [new(RoundChangeKind.NewOnList), .. before is null ? [] : Between(now, before)];
        }

        return before.Stay.Round?.Last is { } review && review.Reviewed.At >= then.Begins
            ? [.. Between(now, before)]
            : [new(RoundChangeKind.NotReviewedThen), .. Between(now, before)];
    }

    private static IEnumerable<RoundChange> Between(WardStay now, WardStay before) =>
        new[]
        {
            Optimised(now.Stay, before.Stay),
            Changed(RoundChangeKind.DelayChanged, CodeOf(before.Stay.PrimaryDelay?.Reason), CodeOf(now.Stay.PrimaryDelay?.Reason)),
            Changed(RoundChangeKind.ExpectedDischargeMoved, Written(before.Stay.ExpectedDischarge), Written(now.Stay.ExpectedDischarge)),
            Changed(RoundChangeKind.PathwayChanged, CodeOf(before.Stay.Plan?.Pathway), CodeOf(now.Stay.Plan?.Pathway)),
            before.Ward.Key == now.Ward.Key ? null : new(RoundChangeKind.MovedWard, before.Ward.Details!.Name, now.Ward.Details!.Name),
        }.OfType<RoundChange>();

    private static RoundChange? Optimised(Stay now, Stay before) => (before.Optimised, now.Optimised) switch
    {
        (null, not null) => new(RoundChangeKind.BecameOptimised),
        (not null, null) => new(RoundChangeKind.OptimisedWithdrawn),
        _ => null,
    };

    private static RoundChange? Changed(RoundChangeKind kind, string? before, string? after) => before == after ? null : new(kind, before, after);

    private static string? CodeOf<TCode>(TCode? code)
        where TCode : struct, Enum => code is { } known ? Codes.Of(known) : null;

    private static string? Written(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
