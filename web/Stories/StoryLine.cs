using CapacityBoard.Journal;

namespace CapacityBoard.Stories;

/// <summary>One event of a stay, in words.</summary>
/// <param name="Words">A sentence.</param>
/// <param name="IsMistake">True if a later event says that this one was a mistake.</param>
public sealed record StoryLine(JournalEntry Entry, string Words, bool IsMistake = false);
