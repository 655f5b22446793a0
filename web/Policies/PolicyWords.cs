using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Policies;

public static class PolicyWords
{
    /// <summary>The ages from which a locality's figures are not trusted.</summary>
    public static string FreshnessRule(SiteKind kind, LocalityPolicy policy) =>
        $"{Labels.Of(kind)}: fresh up to {Hours(policy.FreshnessOf(kind).FreshForHours)}, stale after {Hours(policy.FreshnessOf(kind).StaleAfterHours)}.";

    public static string LongStayRule(LocalityPolicy policy) =>
        $"A long stay is {OrMore(policy)}, a super-stranded stay {policy.SuperStrandedMidnights} or more.";

    /// <summary>The length of a long stay: "7 nights or more".</summary>
    public static string OrMore(LocalityPolicy policy) => $"{policy.LongStayMidnights} {StayWords.Nights(policy.LongStayMidnights)} or more";

    public static string Hours(int count) => count == 1 ? "1 hour" : $"{count} hours";
}
