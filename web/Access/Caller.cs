using System.Collections.Immutable;

namespace CapacityBoard.Access;

/// <summary>Who asks: a person, a machine with a key, or a screen on a wall; and what they may do at this moment.</summary>
/// <param name="Id">Never given to another, not even after this one is gone.</param>
/// <param name="Name">As it stands in the journal and beside the figures; no two have the same.</param>
/// <param name="Proof">What their session or secret is held against; another one than theirs ends it.</param>
/// <param name="LacksSecondFactor">True for a person who is to set up an authenticator app and has not.</param>
/// <param name="Until">When it ends by itself; null where it does not.</param>
/// <param name="HasNotices">True for a person who is to be told what an administrator did to their account.</param>
/// <param name="HasNoticesOfOthers">True for an administrator who is to look at what another did.</param>
public sealed record Caller(
    CallerKind Kind, string Id, string Name, string Proof, ImmutableArray<Grant> Grants, bool LacksSecondFactor = false, DateTimeOffset? Until = null,
    bool HasNotices = false, bool HasNoticesOfOthers = false)
{
    /// <summary>Stands between for whom a machine acts and its own name. No name has it in itself, so nobody can be taken for another.</summary>
    public const string Via = Journal.JournalQuestion.Via;

    /// <summary>True where something is allowed at a place; no place stands for anywhere at all.</summary>
    public bool May(Permission permission, Scope? at) => Grants.Any(grant => RoleTable.Allows(grant, permission, at));

    /// <summary>
    /// True where something is allowed at a place, or in the home locality of the person whom it is about: whoever may do it
    /// for all of a locality may do it for that locality's own people wherever they are.
    /// </summary>
    /// <param name="home">Null where it is not known, or nobody in particular is meant.</param>
    public bool May(Permission permission, Scope? at, Scope? home) => May(permission, at) || (home is not null && May(permission, home));

    /// <summary>The scopes at which something is allowed.</summary>
    public IEnumerable<Scope> Where(Permission permission) =>
        Grants.Where(grant => RoleTable.Allows(grant, permission, grant.Scope)).Select(grant => grant.Scope).Distinct();
}

public enum CallerKind
{
    Person,
    Key,
    Wallboard,
}
