namespace CapacityBoard.Support;

/// <summary>What a provider, or somebody between it and the board, may do wrong.</summary>
public enum SignOnFault
{
    None,

    /// <summary>The id_token carries the nonce of another sign-in, as one that is replayed does.</summary>
    WrongNonce,

    /// <summary>The id_token is signed by a stranger, who names the provider's key.</summary>
    WrongSignature,

    /// <summary>The id_token says that it needs no signature and has none.</summary>
    NoSignature,

    /// <summary>The id_token was made for another program.</summary>
    WrongAudience,

    /// <summary>The id_token names another provider.</summary>
    WrongIssuer,

    /// <summary>The id_token ran out an hour ago.</summary>
    Expired,

    /// <summary>The browser comes back with a state that was never sent.</summary>
    OtherState,

    /// <summary>/userinfo tells of somebody else than the id_token.</summary>
    OtherUserInfoSubject,

    /// <summary>The person, or their organisation, refuses.</summary>
    AccessDenied,
}
