using CapacityBoard.Board;
using CapacityBoard.Sites;

namespace CapacityBoard.Matching;

/// <summary>Boards that are read one after the other while they change, and whether what was read is of one moment.</summary>
internal sealed class BoardsRead(Boards boards)
{
    private readonly Dictionary<string, (LocalityBoard Board, long Version, IReadOnlyList<Site> Sites)> _read = new(StringComparer.Ordinal);

    /// <summary>The position of the last entry that is in any of them.</summary>
    public long Version => _read.Values.Select(each => each.Version).DefaultIfEmpty().Max();

    /// <summary>All sites of all boards that were read.</summary>
    public IEnumerable<Site> Sites => _read.Values.SelectMany(each => each.Sites);

    /// <summary>A locality's sites, the same each time they are asked for; none where there is no such board.</summary>
    public IReadOnlyList<Site> Of(string locality)
    {
        if (_read.TryGetValue(locality, out var known))
        {
            return known.Sites;
        }

        if (boards.Find(locality) is not { } board)
        {
            return [];
        }

        var (version, sites) = board.Folded();
        _read.Add(locality, (board, version, sites));
        return sites;
    }

    /// <summary>
    /// True where no board has changed since it was read. Entries are folded in the journal's order, so everything up to
    /// <see cref="Version"/> is then in what was read, and nothing beyond it.
    /// </summary>
    public bool AreOfOneMoment() => _read.Values.All(each => each.Board.Version == each.Version);
}
