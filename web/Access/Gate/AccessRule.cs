using CapacityBoard.Access.Schemes;

namespace CapacityBoard.Access.Gate;

/// <summary>What an endpoint requires of its caller.</summary>
/// <param name="Needed">
/// Null if no permission is required; <paramref name="At"/> then says whether the caller must be signed in.
/// </param>
/// <param name="OfPeople">True if keys and wallboards are refused whatever they may do, as for granting access to others.</param>
internal sealed record AccessRule(Permission? Needed, AccessPlace At, bool OfPeople = false)
{
    /// <summary>Open to everyone, signed in or not.</summary>
    public static AccessRule Public { get; } = new(null, AccessPlace.Open);

    /// <summary>Open to every authenticated caller; it shows or changes only what is theirs.</summary>
    public static AccessRule LetIn { get; } = new(null, AccessPlace.Anywhere);

    /// <summary>Open to signed-in people for what is their own, and not to keys and wallboards.</summary>
    public static AccessRule Person { get; } = new(null, AccessPlace.OwnAccount);

    public static AccessRule Nobody { get; } = new(null, AccessPlace.Closed);

    /// <summary>True if the request's caller meets the rule at the place that the request concerns.</summary>
    public bool Allows(HttpContext http) => Allows(http.Caller(), RequestPlaces.Of(At, http), RequestPlaces.HomeOf(At, http));

    /// <param name="home">Where the stay's person lives; null if not known or not relevant.</param>
    public bool Allows(Caller? caller, Scope? at, Scope? home = null) => At switch
    {
        AccessPlace.Open => true,
        AccessPlace.Closed => false,
        AccessPlace.OwnAccount => caller is { Kind: CallerKind.Person },
        _ => caller is { LacksSecondFactor: false } && (caller.Kind == CallerKind.Person || !OfPeople) && (Needed is not { } permission || caller.May(permission, at, home)),
    };
}

/// <summary>Where an endpoint requires its permission.</summary>
internal enum AccessPlace
{
    /// <summary>No permission is required.</summary>
    Open,

    /// <summary>Nobody has access.</summary>
    Closed,

    /// <summary>In the caller's own account.</summary>
    OwnAccount,

    /// <summary>At any scope; the endpoint then answers only for those scopes.</summary>
    Anywhere,

    /// <summary>At the scope of everywhere, for what concerns the programs and no place.</summary>
    Everywhere,

    /// <summary>In the locality in the address.</summary>
    Locality,

    /// <summary>At the site in the address.</summary>
    Site,

    /// <summary>At the hospital in the address.</summary>
    Hospital,

    /// <summary>At the site in the query's <c>site</c>.</summary>
    SiteInQuery,

    /// <summary>
    /// At the site in the query's <c>site</c>, or in the home locality of the stay recorded there under the query's <c>stay</c>,
    /// since a locality's own people are its own wherever they are.
    /// </summary>
    StayInQuery,
}
