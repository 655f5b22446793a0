namespace CapacityBoard.Journal;

/// <summary>What is recorded cannot be read, and no further try can change that: the message says what to restore.</summary>
public sealed class JournalDamagedException(string message, Exception? inner = null) : Exception(message, inner);
