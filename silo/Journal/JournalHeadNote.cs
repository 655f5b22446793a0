namespace CapacityBoard.Journal;

/// <summary>The last entry of a journal, as it is noted apart from the entries.</summary>
/// <param name="Hash">As in <see cref="JournalChain"/>; null where that entry has none.</param>
internal readonly record struct JournalHeadNote(long Position, byte[]? Hash)
{
    /// <summary>True where an entry stands at the noted position and is another than the one that was noted.</summary>
    public bool Contradicts(JournalRow row) => row.Position == Position && row.Hash is { } hash && Hash is { } known && !hash.AsSpan().SequenceEqual(known);
}
