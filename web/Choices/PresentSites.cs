using CapacityBoard.Board;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>
/// Boards read one after the other while they change, which knows whether everything read belongs to one moment.
/// </summary>
internal sealed class PresentSites(Boards boards) : ISitesRead
{
    private readonly Dictionary<string, (LocalityBoard Board, long Version, IReadOnlyList<Site> Sites)> _read = new(StringComparer.Ordinal);

    /// <summary>The position of the last entry in any of them.</summary>
    public long Version => _read.Values.Select(each => each.Version).DefaultIfEmpty().Max();

    public IEnumerable<Site> Sites => _read.Values.SelectMany(each => each.Sites);

    public ValueTask<IReadOnlyList<Site>> Of(string locality)
    {
        if (!_read.TryGetValue(locality, out var known) && boards.Find(locality) is { } board)
        {
            var (version, sites) = board.Folded();
            known = _read[locality] = (board, version, sites);
        }

        return ValueTask.FromResult(known.Sites ?? []);
    }

    /// <summary>
    /// True if no board has changed since it was read. Entries are folded in journal order, so what was read then contains
    /// everything up to <see cref="Version"/> and nothing beyond.
    /// </summary>
    public bool AreOfOneMoment() => _read.Values.All(each => each.Board.Version == each.Version);
}
