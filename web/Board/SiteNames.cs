using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>The places that a person may go to, as people name them: those of some localities, by the names on their boards.</summary>
public sealed class SiteNames
{
    private readonly Dictionary<string, SiteKey> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SiteKey, string> _names = [];

    /// <param name="localities">The nearest first: a name that several have is the first one's, and the others' are told with their locality.</param>
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

    /// <summary>All names, in their order.</summary>
    public IReadOnlyList<string> All => [.. _keys.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    public SiteKey? Find(string name) => _keys.GetValueOrDefault(name);

    /// <summary>The name of a place; its key in words where it is on none of these boards.</summary>
    public string Of(SiteKey site) => _names.GetValueOrDefault(site) ?? Labels.OfPart(site.Name);

    private void Add(SiteKey site, string name)
    {
        var whole = new[] { name, $"{name}, {Labels.OfPart(site.Locality)}", site.Value }.First(each => !_keys.ContainsKey(each));
        _keys[whole] = site;
        _names[site] = whole;
    }
}
