namespace CapacityBoard.Reports.Facts;

/// <summary>A list that only grows, so that what was seen of it stays as it was while more comes.</summary>
internal sealed class AppendOnlyList<T>
{
    private T[] _items = [];
    private int _count;

    public T? Last => _count == 0 ? default : _items[_count - 1];

    public bool IsEmpty => _count == 0;

    public void Add(T item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(4, _count * 2));
        }

        _items[_count++] = item;
    }

    /// <summary>All there is by now. What is added later is not in it.</summary>
    public ReadOnlyMemory<T> Seen() => _items.AsMemory(0, _count);
}
