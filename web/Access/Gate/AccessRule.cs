using CapacityBoard.Access.Schemes;

namespace CapacityBoard.Access.Gate;

/// <summary>What an endpoint needs of who asks.</summary>
/// <param name="Needed">Null where no permission is: then <paramref name="At"/> says whether one must be signed in.</param>
/// <param name="OfPeople">True where no key or wallboard is let in, whatever it may do: what gives others something.</param>
internal sealed record AccessRule(Permission? Needed, AccessPlace At, bool OfPeople = false)
{
    /// <summary>Open to everybody, signed in or not.</summary>
    public static AccessRule Public { get; } = new(null, AccessPlace.Open);

    /// <summary>Open to everybody who has been let in, in whatever way; it shows or changes only what is theirs.</summary>
    public static AccessRule LetIn { get; } = new(null, AccessPlace.Anywhere);

    /// <summary>Open to people who signed in, for what is their own; not to keys and wallboards.</summary>
    public static AccessRule Person { get; } = new(null, AccessPlace.OwnAccount);

    /// <summary>Open to nobody.</summary>
    public static AccessRule Nobody { get; } = new(null, AccessPlace.Closed);

    /// <summary>True where whoever sent a request may have what it asks for, at the place that it is about.</summary>
    public bool Allows(HttpContext http) => Allows(http.Caller(), RequestPlaces.Of(At, http), RequestPlaces.HomeOf(At, http));

    /// <param name="home">Where the person of the stay lives; null where that is not known or does not count.</param>
    public bool Allows(Caller? caller, Scope? at, Scope? home = null) => At switch
    {
        AccessPlace.Open => true,
        AccessPlace.Closed => false,
        AccessPlace.OwnAccount => caller is { Kind: CallerKind.Person },
        _ => caller is { LacksSecondFactor: false } && (caller.Kind == CallerKind.Person || !OfPeople) && (Needed is not { } permission || caller.May(permission, at, home)),
    };
}

/// <summary>Where an endpoint needs its permission.</summary>
internal enum AccessPlace
{
    /// <summary>Nowhere: it needs none.</summary>
    Open,

    /// <summary>Nowhere: nobody is let in.</summary>
    Closed,

    /// <summary>In one's own account.</summary>
    OwnAccount,

    /// <summary>At any scope at all; the endpoint then answers for those scopes alone.</summary>
    Anywhere,

    /// <summary>Everywhere at once: what is of the programs, and of no place.</summary>
    Everywhere,

    /// <summary>In the locality that the address names.</summary>
    Locality,

    /// <summary>At the site that the address names.</summary>
    Site,

    /// <summary>At the site that the query names as <c>site</c>.</summary>
    SiteInQuery,

    /// <summary>
    /// At the site that the query names as <c>site</c>, or in the home locality of the stay recorded there that it names as
    /// <c>stay</c>: a locality's own people are its own wherever they are.
    /// </summary>
    StayInQuery,
}
