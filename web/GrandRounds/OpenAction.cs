using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>An action that is neither done nor dropped, with the stay that it was agreed for.</summary>
/// <param name="Where">The name of the ward or unit.</param>
public sealed record OpenAction(SiteKey Site, string Where, Stay Stay, AgreedAction Action)
{
    /// <summary>All of some sites, what is due first before the rest.</summary>
    public static ImmutableArray<OpenAction> In(IEnumerable<Site> sites) =>
    [
        .. sites.Where(site => site is { Closed: null, Details: not null })
            .SelectMany(site => site.Stays.All, (site, stay) => (site, stay))
            .SelectMany(each => each.stay.Round?.Open ?? [], (each, action) => new OpenAction(each.site.Key, each.site.Details!.Name, each.stay, action))
            .OrderBy(open => open.Action.Due)
            .ThenBy(open => open.Stay.AdmittedAt),
    ];

    /// <summary>
    /// True where it is somebody's to do: theirs by name, or their team's. People are called "Callum Reid, transfer team": the
    /// name and the team count each.
    /// </summary>
    public bool IsOf(string owner) =>
        IsSame(Action.Owner, owner) || owner.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(part => IsSame(Action.Owner, part));

    private static bool IsSame(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
