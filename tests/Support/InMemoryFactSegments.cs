using CapacityBoard.Journal;

namespace CapacityBoard.Support;

/// <summary>The contract of segments without a disk.</summary>
internal sealed class InMemoryFactSegments : IFactSegments
{
    private readonly Lock _gate = new();
    private readonly List<FactSegment> _segments = [];

    public Task<IReadOnlyList<FactSegment>> Read(string locality, int shape, long afterPosition, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<FactSegment>>([.. Of(locality, shape).Where(each => each.After >= afterPosition)]);
        }
    }

    public Task<IReadOnlyDictionary<string, long>> LastPositions(int shape, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyDictionary<string, long>>(
                _segments.Where(each => each.Shape == shape).GroupBy(each => each.Locality).ToDictionary(each => each.Key, each => each.Last().Last));
        }
    }

    public Task<IReadOnlyList<string>> Naming(string home, int shape, CancellationToken token = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<string>>(
                [.. _segments.Where(each => each.Shape == shape && each.Homes.Contains(home)).Select(each => each.Locality).Distinct().Order(StringComparer.Ordinal)]);
        }
    }

    public Task<bool> Add(FactSegment segment, CancellationToken token = default)
    {
        lock (_gate)
        {
            if (segment.After != (Of(segment.Locality, segment.Shape).LastOrDefault()?.Last ?? 0))
            {
                return Task.FromResult(false);
            }

            _segments.RemoveAll(each => each.Locality == segment.Locality && each.Shape < segment.Shape);
            _segments.Add(segment);
            return Task.FromResult(true);
        }
    }

    private IEnumerable<FactSegment> Of(string locality, int shape) => _segments.Where(each => each.Locality == locality && each.Shape == shape);
}
