using System.Collections.Concurrent;

namespace CapacityBoard.Hardening;

/// <summary>How many of something each owner has open.</summary>
internal sealed class OpenCounts<TOwner>
    where TOwner : notnull
{
    private readonly ConcurrentDictionary<TOwner, int> _counts = new();

    /// <summary>Counts one more; false, without counting, if the owner already has the most allowed.</summary>
    public bool TryOpen(TOwner owner, int most)
    {
        if (_counts.AddOrUpdate(owner, 1, (_, count) => count + 1) <= most)
        {
            return true;
        }

        Close(owner);
        return false;
    }

    public void Close(TOwner owner)
    {
        if (_counts.AddOrUpdate(owner, 0, (_, count) => count - 1) == 0)
        {
            _counts.TryRemove(new(owner, 0));
        }
    }
}
