namespace CapacityBoard.Journal;

/// <summary>The last entry of a journal, as it is noted apart from the entries.</summary>
/// <param name="Hash">As in <see cref="JournalChain"/>; null where that entry has none.</param>
internal readonly record struct JournalHeadNote(long Position, byte[]? Hash);
