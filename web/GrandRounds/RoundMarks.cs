using System.Collections.Immutable;
using CapacityBoard.Policies;

namespace CapacityBoard.GrandRounds;

/// <summary>The lengths of stay, in midnights, from which a round counts: by default 7, 14 and 21.</summary>
public static class RoundMarks
{
    /// <summary>Reported between long and super-stranded stays, wherever the policy sets those.</summary>
    private const int Between = 14;

    public static ImmutableArray<int> Of(LocalityPolicy policy) =>
        Between > policy.LongStayMidnights && Between < policy.SuperStrandedMidnights
            ? [policy.LongStayMidnights, Between, policy.SuperStrandedMidnights]
            : [policy.LongStayMidnights, policy.SuperStrandedMidnights];

    /// <summary>The highest mark that a long stay has reached.</summary>
    public static int Reached(int midnights, LocalityPolicy policy) => Of(policy).Last(mark => midnights >= mark);
}
