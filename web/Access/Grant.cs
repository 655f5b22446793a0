namespace CapacityBoard.Access;

/// <summary>A role that somebody has, and where.</summary>
public sealed record Grant(Role Role, Scope Scope);
