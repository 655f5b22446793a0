namespace CapacityBoard.Reports.Facts;

/// <summary>A site's own word on its beds.</summary>
/// <param name="Begins">True for its first, and for its reopening: no figure was shown before it.</param>
internal readonly record struct DeclaredAt(DateTimeOffset At, bool Begins);
