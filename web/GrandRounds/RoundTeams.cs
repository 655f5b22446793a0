namespace CapacityBoard.GrandRounds;

/// <summary>Owners to choose for an action instead of typing.</summary>
public static class RoundTeams
{
    private const int Most = 40;

    /// <summary>The usual owners.</summary>
    private static readonly string[] Usual =
    [
        "Ward", "Transfer team", "Social work", "Therapies", "Discharge coordinator", "Consultant", "Pharmacy", "Continuing healthcare", "Housing", "Family",
    ];

    /// <summary>Those with open actions, the busiest first, then the usual ones.</summary>
    public static IReadOnlyList<string> In(IEnumerable<AgreedAction> open) =>
    [
        .. open.GroupBy(action => action.Owner.Trim(), StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(owner => owner.Count())
            .Select(owner => owner.Key)
            .Concat(Usual)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most),
    ];
}
