namespace CapacityBoard.Reports.Facts;

/// <summary>A site's own declaration or confirmation.</summary>
/// <param name="Begins">True for its first, and for its reopening, before which no figures were shown.</param>
internal readonly record struct DeclaredAt(DateTimeOffset At, bool Begins);
