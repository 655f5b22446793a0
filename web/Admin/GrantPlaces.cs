using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Admin;

/// <summary>
/// The places that one administrator may choose by name: everywhere, localities, hospitals and sites that are open. If several have
/// one name, each is called with its locality too, and if that is not enough with its kind.
/// </summary>
internal sealed class GrantPlaces
{
    private const int MostSuggested = 6;

    private readonly IReadOnlyList<GrantPlace> _plain;
    private readonly Dictionary<string, GrantPlace> _byName;

    public GrantPlaces(AdminScope mine, Boards boards)
        : this(Everywhere(mine)
            .Concat(mine.LocalitiesOf(boards.All.Select(board => board.Locality)).Select(LocalityOf))
            .Concat(boards.All.SelectMany(board => board.Sites()).SelectMany(PlacesOf))
            .Where(place => mine.Covers(place.Scope)))
    {
    }

    /// <param name="plain">Places by their own names, which several may share.</param>
    internal GrantPlaces(IEnumerable<GrantPlace> plain)
    {
        _plain = [.. plain.DistinctBy(place => place.Scope)];
        var times = _plain.SelectMany(place => NamesOf(place).Distinct(StringComparer.OrdinalIgnoreCase)).CountBy(name => name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        All =
        [
            .. _plain.Select(place => place with { Name = NamesOf(place).FirstOrDefault(name => times[name] == 1) ?? place.Scope.Value })
                .OrderBy(place => place.Name, StringComparer.OrdinalIgnoreCase),
        ];
        _byName = All.DistinctBy(place => place.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(place => place.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<GrantPlace> All { get; }

    /// <summary>The name of a place; the scope as it is written if it is none of these.</summary>
    public string NameOf(Scope scope) => All.FirstOrDefault(place => place.Scope == scope)?.Name ?? scope.Value;

    public GrantPlace? Find(string name) => _byName.GetValueOrDefault(OneLine(name));

    /// <summary>Why a name is not that of one place, and what to write instead.</summary>
    public string WhyNot(string name)
    {
        var text = OneLine(name);
        if (Namesakes(text) is { Length: > 0 } several)
        {
            return $"More than one place is called “{text}”. Choose {Either(several)}.";
        }

        string[] meant = [.. All.Where(place => place.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(place => place.Name)];
        return $"No place that you administer is called “{text}”. "
            + (meant.Length is > 0 and <= MostSuggested ? $"Did you mean {Either(meant)}?" : "Choose one from the list.");
    }

    private string[] Namesakes(string name) =>
        [.. _plain.Where(place => place.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(place => NameOf(place.Scope)).Order(StringComparer.OrdinalIgnoreCase)];

    private static string Either(string[] names) => names is [.. { Length: > 0 } first, var last] ? $"{string.Join("; ", first)} or {last}" : names[0];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a place may be called, the shortest first.</summary>
    private static string[] NamesOf(GrantPlace place) => place.Scope.Locality is { } locality
        ? [place.Name, $"{place.Name}, {Labels.OfPart(locality.Value)}", $"{place.Name}, {Labels.OfPart(locality.Value)}, {place.Kind.ToLowerInvariant()}"]
        : [place.Name];

    private static GrantPlace[] Everywhere(AdminScope mine) => mine.IsEverywhere ? [new(Scope.Everywhere, "Everywhere", "All localities")] : [];

    private static GrantPlace LocalityOf(string locality) => new(Scope.Parse(locality), Labels.OfPart(locality), "Whole locality");

    private static IEnumerable<GrantPlace> PlacesOf(Site site)
    {
        if (site is not { Closed: null, Details: { } details })
        {
            yield break;
        }

        yield return new(Scope.Of(site.Key), Labels.Of(details), Labels.Of(site.Kind));
        if (site.Key.HospitalKey is { } hospital && details.Hospital is { } name)
        {
            yield return new(Scope.Parse(hospital), name, "Whole hospital");
        }
    }
}
