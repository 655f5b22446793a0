namespace CapacityBoard.Journal;

/// <summary>What the journal holds cannot be read, and trying again will not help. The message says what to restore.</summary>
public sealed class JournalDamagedException(string message, Exception? inner = null) : Exception(message, inner);
