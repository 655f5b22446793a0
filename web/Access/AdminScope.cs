using System.Collections.Immutable;

namespace CapacityBoard.Access;

/// <summary>
/// What one administrator may look after: the places of their own scopes, and people and machines by where these have
/// their roles. Whoever has a role outside is not theirs to change: a new password for such a person would be a way to
/// what that person may do there.
/// </summary>
internal sealed class AdminScope(Caller administrator, Permission permission = Permission.Administer)
{
    public ImmutableArray<Scope> Scopes { get; } = [.. administrator.Where(permission)];

    public bool IsEverywhere => Scopes.Contains(Scope.Everywhere);

    /// <summary>The place that they most likely mean; null where there are several.</summary>
    public Scope? Only => Scopes is [var only] && only != Scope.Everywhere ? only : null;

    public bool Covers(Scope place) => Scopes.Any(own => own.Covers(place));

    /// <summary>The localities in which they look after something, of those that have a board and of their own that have none yet.</summary>
    public IReadOnlyList<string> LocalitiesOf(IEnumerable<string> withBoards) =>
        [.. (IsEverywhere ? withBoards : Scopes.Select(scope => scope.Locality!.Value)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>True where somebody has a role within, or has none and was made by this administrator.</summary>
    public bool Sees(IReadOnlyCollection<Grant> grants, string madeBy) =>
        MayChange(grants, madeBy) || grants.Any(grant => Covers(grant.Scope));

    /// <summary>True where all roles of somebody lie within. Who has none is whose administrator made them.</summary>
    public bool MayChange(IReadOnlyCollection<Grant> grants, string madeBy) =>
        IsEverywhere || (grants.Count == 0 ? madeBy == administrator.Name : grants.All(grant => Covers(grant.Scope)));

    /// <summary>Why a role cannot be taken from somebody, in words; null where it can.</summary>
    public string? WhyNotTake(string owner, IReadOnlyCollection<Grant> grants, Grant grant)
    {
        if (!grants.Contains(grant))
        {
            return "They no longer have that role.";
        }

        var leavesNone = !grants.Any(other => other != grant && other.Role == Role.Administrator && other.Scope.Covers(grant.Scope));
        return IsSelf(owner) && grant.Role == Role.Administrator && leavesNone
            ? "You cannot remove your own last administrator role. Ask another administrator to do it."
            : null;
    }

    /// <summary>Why an account cannot be closed, in words; null where it can.</summary>
    public string? WhyNotClose(string owner) => IsSelf(owner) ? "You cannot close your own account. Ask another administrator to do it." : null;

    private bool IsSelf(string owner) => owner == administrator.Id;
}
