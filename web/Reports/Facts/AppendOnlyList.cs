namespace CapacityBoard.Reports.Facts;

/// <summary>A list that only grows, so that a view of it stays unchanged while items are added.</summary>
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
            Array.Resize(ref _items, _count + Math.Max(4, _count / 2));
        }

        _items[_count++] = item;
    }

    /// <summary>All items so far; items added later are not included.</summary>
    public ReadOnlyMemory<T> Seen() => _items.AsMemory(0, _count);
}
