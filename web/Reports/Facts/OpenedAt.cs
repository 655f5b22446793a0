namespace CapacityBoard.Reports.Facts;

/// <summary>From when on a site is on the board, or is closed and off it.</summary>
internal readonly record struct OpenedAt(DateTimeOffset At, bool IsOpen);
