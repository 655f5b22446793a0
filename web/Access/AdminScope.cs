using System.Collections.Immutable;

namespace CapacityBoard.Access;

/// <summary>
/// What one administrator may manage: the places in their scopes, and people and machines whose roles are there. They cannot
/// change anyone with a role outside, because setting that person's password would give access to it.
/// </summary>
internal sealed class AdminScope(Caller administrator, Permission permission = Permission.Administer)
{
    public ImmutableArray<Scope> Scopes { get; } = [.. administrator.Where(permission)];

    public bool IsEverywhere => Scopes.Contains(Scope.Everywhere);

    /// <summary>The default place for a new grant; null if the administrator has several.</summary>
    public Scope? Only => Scopes is [var only] && only != Scope.Everywhere ? only : null;

    public bool Covers(Scope place) => Scopes.Any(own => own.Covers(place));

    /// <summary>The localities they manage: those with boards, and their own that have none yet.</summary>
    public IReadOnlyList<string> LocalitiesOf(IEnumerable<string> withBoards) =>
        [.. (IsEverywhere ? withBoards : Scopes.Select(scope => scope.Locality!.Value)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>True if the owner has a role within these scopes, or has no role and was created by this administrator.</summary>
    public bool Sees(IReadOnlyCollection<Grant> grants, string madeBy) =>
        MayChange(grants, madeBy) || grants.Any(grant => Covers(grant.Scope));

    /// <summary>
    /// True if all of the owner's roles are within these scopes. An owner without roles belongs to the administrator who created
    /// them.
    /// </summary>
    public bool MayChange(IReadOnlyCollection<Grant> grants, string madeBy) =>
        IsEverywhere || (grants.Count == 0 ? madeBy == administrator.Name : grants.All(grant => Covers(grant.Scope)));

    /// <summary>Why a role cannot be removed, in words; null if it can.</summary>
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

    /// <summary>Why an account cannot be closed, in words; null if it can.</summary>
    public string? WhyNotClose(string owner) => IsSelf(owner) ? "You cannot close your own account. Ask another administrator to do it." : null;

    private bool IsSelf(string owner) => owner == administrator.Id;
}
