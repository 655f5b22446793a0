namespace CapacityBoard.GrandRounds;

/// <summary>Who may be asked to do something, so that one chooses instead of types.</summary>
public static class RoundTeams
{
    private const int Most = 40;

    /// <summary>Who mostly has to.</summary>
    private static readonly string[] Usual =
    [
        "Ward", "Transfer team", "Social work", "Therapies", "Discharge coordinator", "Consultant", "Pharmacy", "Continuing healthcare", "Housing", "Family",
    ];

    /// <summary>Those who have open actions, the busiest first, and then the usual ones.</summary>
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
