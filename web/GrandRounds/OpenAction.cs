using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>An action that is neither done nor dropped, with the stay it was agreed for.</summary>
/// <param name="Where">The name of the ward or unit.</param>
public sealed record OpenAction(SiteKey Site, string Where, Stay Stay, AgreedAction Action)
{
    /// <summary>The open actions of some sites, earliest due first.</summary>
    public static ImmutableArray<OpenAction> In(IEnumerable<Site> sites) =>
    [
        .. sites.Where(site => site is { Closed: null, Details: not null })
            .SelectMany(site => site.Stays.All, (site, stay) => (site, stay))
            .SelectMany(each => each.stay.Round?.Open ?? [], (each, action) => new OpenAction(each.site.Key, each.site.Details!.Name, each.stay, action))
            .OrderBy(open => open.Action.Due)
            .ThenBy(open => open.Stay.AdmittedAt),
    ];

    /// <summary>
    /// True if the action is this owner's, by name or by team. For people called "Callum Reid, transfer team", the name and the
    /// team each match.
    /// </summary>
    public bool IsOf(string owner) =>
        IsSame(Action.Owner, owner) || owner.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(part => IsSame(Action.Owner, part));

    private static bool IsSame(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
