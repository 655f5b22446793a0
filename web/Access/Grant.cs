using CapacityBoard.Sites;

namespace CapacityBoard.Access;

/// <summary>A role and the scope in which it is held.</summary>
public sealed record Grant(Role Role, Scope Scope)
{
    /// <summary>As written in the access log: <c>ward at stockport/stepping-hill/a1</c>.</summary>
    public override string ToString() => $"{Codes.Of(Role)} at {Scope}";
}
