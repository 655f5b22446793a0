namespace CapacityBoard.Support;

/// <summary>What a provider, or an attacker between it and the board, may do wrong.</summary>
public enum SignOnFault
{
    None,

    /// <summary>The id_token carries the nonce of another sign-in, as a replayed token does.</summary>
    WrongNonce,

    /// <summary>The id_token is signed by a stranger who claims the provider's key.</summary>
    WrongSignature,

    /// <summary>The id_token claims to need no signature and has none.</summary>
    NoSignature,

    /// <summary>The id_token was issued for another program.</summary>
    WrongAudience,

    /// <summary>The id_token names another provider.</summary>
    WrongIssuer,

    /// <summary>The id_token expired an hour ago.</summary>
    Expired,

    /// <summary>The browser comes back with a state that was never sent.</summary>
    OtherState,

    /// <summary>/userinfo describes another person than the id_token.</summary>
    OtherUserInfoSubject,

    /// <summary>The person, or their organisation, refuses.</summary>
    AccessDenied,
}
