using CapacityBoard.Sites;

namespace CapacityBoard.Access;

/// <summary>A role that somebody has, and where.</summary>
public sealed record Grant(Role Role, Scope Scope)
{
    /// <summary>As the access log has it: <c>ward at stockport/stepping-hill/a1</c>.</summary>
    public override string ToString() => $"{Codes.Of(Role)} at {Scope}";
}
