using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Access;

/// <summary>Who makes a request: a person, a machine with a key or a wall screen; and what they may do now.</summary>
/// <param name="Id">Never reused, not even after the caller is gone.</param>
/// <param name="Name">The unique name shown in the journal and beside figures.</param>
/// <param name="Proof">What their session or secret is checked against; if it changes, the session ends.</param>
/// <param name="LacksSecondFactor">True for a person who must still set up an authenticator app.</param>
/// <param name="Until">When the caller's access expires; null if it does not.</param>
/// <param name="HasNotices">True for a person with unread notices of what an administrator did to their account.</param>
/// <param name="HasNoticesOfOthers">True for an administrator with another's acts to check.</param>
public sealed record Caller(
    CallerKind Kind, string Id, string Name, string Proof, ImmutableArray<Grant> Grants, bool LacksSecondFactor = false, DateTimeOffset? Until = null,
    bool HasNotices = false, bool HasNoticesOfOthers = false)
{
    /// <summary>
    /// Separates the person a machine acts for from the machine's name. No name contains it, so nobody can pass as another.
    /// </summary>
    public const string Via = Journal.JournalQuestion.Via;

    /// <summary>True if the permission is held at a place; with no place, if it is held anywhere.</summary>
    public bool May(Permission permission, Scope? at) => Grants.Any(grant => RoleTable.Allows(grant, permission, at));

    /// <summary>
    /// True if the permission is held at a place or in the home locality of the person concerned: a permission for all of a
    /// locality covers its own people wherever they are.
    /// </summary>
    /// <param name="home">Null if it is not known, or nobody in particular is concerned.</param>
    public bool May(Permission permission, Scope? at, Scope? home) => May(permission, at) || (home is not null && May(permission, home));

    /// <summary>True if they may see a person at a site, there or as one of their own locality's people.</summary>
    /// <param name="homeLocality">Where the person lives; null if not known.</param>
    public bool MaySee(SiteKey site, string? homeLocality) => May(Permission.SeeStays, Scope.Of(site), Scope.OfHome(homeLocality));

    /// <summary>True if they may open a site's own page; a ward's has its people.</summary>
    public bool MayOpen(SiteKey site, SiteKind kind) => May(kind == SiteKind.Ward ? Permission.SeeStays : Permission.SeeSite, Scope.Of(site));

    /// <summary>The scopes at which the permission is held.</summary>
    public IEnumerable<Scope> Where(Permission permission) =>
        Grants.Where(grant => RoleTable.Allows(grant, permission, grant.Scope)).Select(grant => grant.Scope).Distinct();
}

public enum CallerKind
{
    Person,
    Key,
    Wallboard,
}
