using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>The places a person may go to, by their names on some localities' boards.</summary>
public sealed class SiteNames
{
    private readonly Dictionary<string, SiteKey> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SiteKey, string> _names = [];

    /// <param name="localities">
    /// Nearest first: if several places share a name, the first locality's has it and the others' are shown with their locality.
    /// </param>
    public SiteNames(Boards boards, params IEnumerable<string?> localities)
    {
        foreach (var site in localities.OfType<string>().Distinct().Select(boards.Find).OfType<LocalityBoard>().SelectMany(board => board.Sites()))
        {
            if (site is { Kind: not SiteKind.Ward, Closed: null, Details: { } details })
            {
                Add(site.Key, details.Name);
            }
        }
    }

    /// <summary>All names, sorted.</summary>
    public IReadOnlyList<string> All => [.. _keys.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    public SiteKey? Find(string name) => _keys.GetValueOrDefault(name);

    /// <summary>The place's name; for a place on none of these boards, its key in words.</summary>
    public string Of(SiteKey site) => _names.GetValueOrDefault(site) ?? Labels.OfPart(site.Name);

    private void Add(SiteKey site, string name)
    {
        var whole = new[] { name, $"{name}, {Labels.OfPart(site.Locality)}", site.Value }.First(each => !_keys.ContainsKey(each));
        _keys[whole] = site;
        _names[site] = whole;
    }
}
