using CapacityBoard.History;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>Localities as at a past time.</summary>
internal sealed class PastSites(BoardHistory history, AsAt asAt, CancellationToken token) : ISitesRead
{
    private readonly Dictionary<string, PastLocality?> _read = new(StringComparer.Ordinal);

    /// <summary>
    /// The version that was asked for, or, if only a time was, that of the last entry in any of the localities.
    /// </summary>
    public long Version => asAt.Version ?? _read.Values.Select(each => each?.Version ?? 0).DefaultIfEmpty().Max();

    public IEnumerable<Site> Sites => _read.Values.OfType<PastLocality>().SelectMany(each => each.Sites);

    public async ValueTask<IReadOnlyList<Site>> Of(string locality)
    {
        if (!_read.TryGetValue(locality, out var known))
        {
            known = _read[locality] = await asAt.Read(history, locality, token);
        }

        return known is null ? [] : [.. known.Sites];
    }
}
