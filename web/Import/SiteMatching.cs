using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// Gives each home of a directory its site: the one on the board with one of its references, or else the one with its name and
/// postcode, so that a site's key never changes; or else a new key made from its name. If two sites match, the one of the same
/// kind is chosen, then the open one.
/// </summary>
internal sealed class SiteMatching
{
    private const int MostCharactersInAPart = 60;

    private readonly string _locality;
    private readonly ILookup<string, Site> _byReference;
    private readonly ILookup<SiteIdentity, Site> _byIdentity;
    private readonly HashSet<SiteKey> _taken;

    private SiteMatching(string locality, IReadOnlyCollection<Site> onBoard)
    {
        var sites = onBoard.Where(site => site.Kind != SiteKind.Ward && site.Details is not null).OrderBy(site => site.Closed is not null).ToArray();
        _locality = locality;
        _byIdentity = sites.ToLookup(site => SiteIdentity.Of(site.Details!));
        _taken = [.. sites.Select(site => site.Key)];
        _byReference = sites
            .SelectMany(site => site.Details!.AllReferences().Select(reference => (reference, site)))
            .ToLookup(each => each.reference, each => each.site, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The homes in the order given, each with its site.</summary>
    public static ImmutableArray<MatchedHome> Match(string locality, IReadOnlyCollection<Site> onBoard, IReadOnlyList<CheckedRow> homes)
    {
        var matching = new SiteMatching(locality, onBoard);
        var sites = matching.FindKnown(homes);
        return [.. homes.Select((home, place) => sites[place] is { } site
            ? new MatchedHome(home, site.Key, site.Details!.Kind, IsNew: false)
            : new MatchedHome(home, matching.NewKey(home.Details), home.Details.Kind, IsNew: true))];
    }

    /// <summary>Each further reference of a building that the board knows to have several, with its first one.</summary>
    public static IReadOnlyDictionary<string, string> RegisteredTogether(IEnumerable<Site> onBoard) => onBoard
        .Where(site => site is { Closed: null, Details.Reference: not null })
        .SelectMany(site => site.Details!.OtherReferences.Select(other => (other, first: site.Details.Reference!)))
        .DistinctBy(each => each.other, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(each => each.other, each => each.first, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Matches by reference first, and each site only once, because two homes with one name and postcode may each have a site.
    /// </summary>
    private Site?[] FindKnown(IReadOnlyList<CheckedRow> homes)
    {
        var found = homes.Select(OfReferences).ToArray();
        var claimed = found.OfType<Site>().Select(site => site.Key).ToHashSet();
        for (var place = 0; place < found.Length; place++)
        {
            found[place] ??= _byIdentity[SiteIdentity.Of(homes[place].Details)].FirstOrDefault(site => claimed.Add(site.Key));
        }

        return found;
    }

    /// <summary>A site of another kind matches only while it is open; after it has closed, the home gets its own site.</summary>
    private Site? OfReferences(CheckedRow home)
    {
        var sites = home.Details.AllReferences().SelectMany(reference => _byReference[reference]).ToArray();
        return Array.Find(sites, site => !MatchedHome.AreOfOtherKinds(site.Details!.Kind, home.Details.Kind)) ?? Array.Find(sites, site => site.Closed is null);
    }

    private SiteKey NewKey(SiteDetails details) => Candidates(details).First(_taken.Add);

    private IEnumerable<SiteKey> Candidates(SiteDetails details)
    {
        var name = SiteKey.PartFrom(details.Name)!;
        yield return SiteKey.Of(_locality, name);
        var suffix = SiteKey.PartFrom(details.Postcode ?? "")!;
        yield return WithSuffix(name, suffix);
        for (var next = 2; ; next++)
        {
            yield return WithSuffix(name, $"{suffix}-{next}");
        }
    }

    private SiteKey WithSuffix(string name, string suffix)
    {
        var room = MostCharactersInAPart - suffix.Length - 1;
        var kept = name.Length <= room ? name : name[..room].TrimEnd('-');
        return SiteKey.Of(_locality, $"{kept}-{suffix}");
    }
}

/// <summary>A home of a directory with its site.</summary>
/// <param name="Kind">The site's kind, which never changes once it is on the board.</param>
/// <param name="IsNew">True if no site on the board is this home.</param>
internal sealed record MatchedHome(CheckedRow Row, SiteKey Site, SiteKind Kind, bool IsNew)
{
    /// <summary>
    /// True if the directory lists as home care what the board has as a place with beds, or the other way round.
    /// </summary>
    public bool HasChangedKind => !IsNew && AreOfOtherKinds(Kind, Row.Details.Kind);

    /// <summary>A locality may run a care home as an intermediate care unit, so those two count as one kind here.</summary>
    public static bool AreOfOtherKinds(SiteKind one, SiteKind other) => one == SiteKind.HomeCareProvider != (other == SiteKind.HomeCareProvider);
}
