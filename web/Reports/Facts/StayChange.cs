namespace CapacityBoard.Reports.Facts;

/// <summary>One stay's history, before and after a fact.</summary>
/// <param name="Number">Its place in the order of the locality's histories.</param>
/// <param name="After">Null if the admission was cancelled.</param>
internal readonly record struct StayChange(int Number, StayHistory? Before, StayHistory? After);
