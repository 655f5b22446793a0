namespace CapacityBoard.Reports.Facts;

/// <summary>A site's own declaration or confirmation.</summary>
/// <param name="Begins">True for its first, and for its reopening, before which no figures were shown.</param>
/// <param name="IsReopening">True if it only reopened, with the figures it had.</param>
internal readonly record struct DeclaredAt(DateTimeOffset At, bool Begins, bool IsReopening);
