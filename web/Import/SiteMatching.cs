using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// Gives each home of a directory its site: the one on the board that has its reference, else the one that has
/// its name and postcode, so that a site's key never changes; else a new key made from its name. Of two such sites the
/// one that is open.
/// </summary>
internal sealed class SiteMatching
{
    private const int MostCharactersInAPart = 60;

    private readonly string _locality;
    private readonly Dictionary<string, Site> _byReference = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<SiteIdentity, Site> _byIdentity;
    private readonly HashSet<SiteKey> _taken;

    private SiteMatching(string locality, IReadOnlyCollection<Site> onBoard)
    {
        var sites = onBoard.Where(site => site.Kind != SiteKind.Ward && site.Details is not null).OrderBy(site => site.Closed is not null).ToArray();
        _locality = locality;
        _byIdentity = sites.ToLookup(site => SiteIdentity.Of(site.Details!));
        _taken = [.. sites.Select(site => site.Key)];
        foreach (var site in sites.Where(site => site.Details!.Reference is not null))
        {
            _byReference.TryAdd(site.Details!.Reference!, site);
        }
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

    /// <summary>References first, and a site only once: two homes of one name at one postcode may each have their own.</summary>
    private Site?[] FindKnown(IReadOnlyList<CheckedRow> homes)
    {
        var found = homes.Select(home => home.Details.Reference is { } reference ? _byReference.GetValueOrDefault(reference) : null).ToArray();
        var claimed = found.OfType<Site>().Select(site => site.Key).ToHashSet();
        for (var place = 0; place < found.Length; place++)
        {
            found[place] ??= _byIdentity[SiteIdentity.Of(homes[place].Details)].FirstOrDefault(site => claimed.Add(site.Key));
        }

        return found;
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
/// <param name="IsNew">True where no site on the board is this home.</param>
internal sealed record MatchedHome(CheckedRow Row, SiteKey Site, SiteKind Kind, bool IsNew);
