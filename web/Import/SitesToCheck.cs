using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// Finds open sites on a board that a directory lists as dormant or de-activated, in another area or twice, or does not list.
/// Directories omit and delay much, so these are listed for people to check and never changed.
/// </summary>
internal sealed class SitesToCheck(ImportPlan plan, ImmutableArray<MatchedHome> homes)
{
    private readonly HashSet<SiteKey> _matched = [.. homes.Select(home => home.Site)];
    private readonly HashSet<SiteKind> _kindsInFile = [.. homes.Select(home => home.Row.Details.Kind)];
    private readonly Dictionary<string, MatchedHome> _homes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, PassedOverRow> _passedOver = ByReferenceOrName(plan.PassedOver, row => row.Row.Reference, row => row.Row.Name);
    private readonly ILookup<string, RefusedRow> _refused = ByReferenceOrName(plan.Refused, row => row.Reference, row => row.Name);
    private readonly ILookup<string?, MatchedHome> _newByPostcode = homes.Where(home => home.IsNew).ToLookup(home => home.Row.Details.Postcode);

    public static ImmutableArray<SiteToCheck> Find(IEnumerable<Site> onBoard, ImportPlan plan, ImmutableArray<MatchedHome> homes)
    {
        var check = new SitesToCheck(plan, homes);
        foreach (var home in homes)
        {
            foreach (var reference in home.Row.Details.AllReferences())
            {
                check._homes.TryAdd(reference, home);
            }
        }

        return
        [
            .. onBoard.Where(site => site is { Closed: null, Details: not null, Kind: not SiteKind.Ward } && !check._matched.Contains(site.Key))
                .Select(check.Of)
                .OfType<SiteToCheck>()
                .OrderBy(site => site.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private SiteToCheck? Of(Site site)
    {
        var details = site.Details!;
        var keys = details.AllReferences().Append(NameKey(details.Name)).ToArray();
        SiteToCheck Said(int? row, string because, string toDo) => new(site.Key, details.Name, row, because, toDo);

        if (First(keys, key => _homes.GetValueOrDefault(key)) is { } twin && !twin.HasChangedKind)
        {
            return Said(
                twin.Row.Row,
                $"Row {twin.Row.Row} lists this as one building with {twin.Site}.",
                $"Its beds count twice. Move the records here to {twin.Site}, then close this site.");
        }

        if (First(keys, key => _passedOver[key].FirstOrDefault(row => Fits(row.Row.Reference, details, Values.Postcode(row.Row.Postcode) == details.Postcode))) is { } passed)
        {
            return Said(passed.Row.Row, $"Row {passed.Row.Row} lists this as {passed.Because}.", ToDoAbout(passed.Reason));
        }

        if (First(keys, key => _refused[key].FirstOrDefault(row => Fits(row.Reference, details, isSamePlace: true))) is not null || !_kindsInFile.Contains(KindInDirectories(site)))
        {
            return null;
        }

        return keys.Select(plan.File.Elsewhere.GetValueOrDefault).FirstOrDefault(row => row.Row > 0) is { Row: > 0 } other
            ? Said(other.Row, $"Row {other.Row} lists this in another area, {other.Area}.", "If it belongs to another board now, register it there and close it here.")
            : IsExpected(site) ? Said(null, "Not in the file.", ToDoWithout(details)) : null;
    }

    private static string ToDoAbout(string reason) => reason switch
    {
        DirectoryLayout.Deactivated => "Close it when it has no people and no holds.",
        DirectoryLayout.Dormant => "Close it if it takes no one now. You can reopen it later.",
        _ => "Check what it does now. Close it if it takes no one.",
    };

    private string ToDoWithout(SiteDetails details)
    {
        const string Ask = "Ask whether it has closed. If so, close it here. If not, you do not need to do anything.";
        return _newByPostcode[details.Postcode].FirstOrDefault() is { } at && details.Postcode is not null
            ? $"Row {at.Row.Row}, {at.Row.Details.Name}, is new at the same postcode. If it is this site with a new name, change the name on its page before you import. If not: {Ask}"
            : Ask;
    }

    /// <summary>If the row or the site has no reference, they match by name and place.</summary>
    private static bool Fits(string? reference, SiteDetails details, bool isSamePlace) => reference is not null && details.Reference is not null
        ? details.AllReferences().Contains(reference, StringComparer.OrdinalIgnoreCase)
        : isSamePlace;

    /// <summary>
    /// An intermediate care unit need not be in any directory, but one that has been in one is expected there again.
    /// </summary>
    private static bool IsExpected(Site site) => site.Kind != SiteKind.IntermediateCareUnit || site.Details!.Reference is not null;

    private static SiteKind KindInDirectories(Site site) => site.Kind == SiteKind.HomeCareProvider ? SiteKind.HomeCareProvider : SiteKind.CareHome;

    private static T? First<T>(IEnumerable<string> keys, Func<string, T?> find)
        where T : class => keys.Select(find).FirstOrDefault(found => found is not null);

    private static ILookup<string, T> ByReferenceOrName<T>(IEnumerable<T> rows, Func<T, string?> reference, Func<T, string?> name) => rows
        .SelectMany(row => new[] { reference(row), name(row) is { } named ? NameKey(named) : null }.OfType<string>().Select(key => (key, row)))
        .ToLookup(each => each.key, each => each.row, StringComparer.OrdinalIgnoreCase);

    private static string NameKey(string name) => $"name {SiteKey.PartFrom(name)}";
}
