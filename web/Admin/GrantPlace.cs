using CapacityBoard.Access;

namespace CapacityBoard.Admin;

/// <summary>A place where somebody can have a role.</summary>
/// <param name="Name">No other place of the list has it.</param>
/// <param name="Kind">What it is, in words: "Care home", "Whole locality".</param>
internal sealed record GrantPlace(Scope Scope, string Name, string Kind);
