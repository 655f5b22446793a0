namespace CapacityBoard.Journal;

/// <summary>A note of a journal's last entry, kept apart from the entries.</summary>
/// <param name="Hash">As in <see cref="JournalChain"/>; null if that entry has none.</param>
internal readonly record struct JournalHeadNote(long Position, byte[]? Hash)
{
    /// <summary>True if an entry at the noted position has another hash than the noted one.</summary>
    public bool Contradicts(JournalRow row) => row.Position == Position && row.Hash is { } hash && Hash is { } known && !hash.AsSpan().SequenceEqual(known);
}
