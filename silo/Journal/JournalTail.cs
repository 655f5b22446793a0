namespace CapacityBoard.Journal;

/// <summary>The last entries that this process recorded, so that its own boards need not read them back from the disk.</summary>
internal sealed class JournalTail
{
    private const int Kept = 4096;

    private readonly Lock _gate = new();
    private readonly JournalEntry[] _entries = new JournalEntry[Kept];
    private long _first = long.MaxValue;
    private long _last;

    /// <param name="entries">Durable entries, each one position after the one before.</param>
    public void Add(IEnumerable<JournalEntry> entries)
    {
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                _entries[entry.Position % Kept] = entry;
                _first = Math.Min(_first, entry.Position);
                _last = entry.Position;
            }

            _first = Math.Max(_first, _last - Kept + 1);
        }
    }

    /// <summary>The entries after a position, in order, and none after the last; null where the first of them is not kept here.</summary>
    public IReadOnlyList<JournalEntry>? After(long position, int most)
    {
        lock (_gate)
        {
            return position + 1 < _first || position > _last ? null : [.. Range(position + 1, Math.Min(_last, position + most))];
        }
    }

    private IEnumerable<JournalEntry> Range(long from, long to)
    {
        for (var position = from; position <= to; position++)
        {
            yield return _entries[position % Kept];
        }
    }
}
