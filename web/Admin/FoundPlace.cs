using CapacityBoard.Access;

namespace CapacityBoard.Admin;

/// <summary>The place that somebody wrote.</summary>
/// <param name="Scope">Null if no role can be given there, or nowhere is meant.</param>
/// <param name="Name">Its name on the board; what was written if it is not there.</param>
/// <param name="Problem">Why there is no scope, and what to write instead.</param>
internal sealed record FoundPlace(Scope? Scope, string Name, string? Problem = null);
