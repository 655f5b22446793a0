namespace CapacityBoard.Access.Schemes;

/// <summary>The ways a caller can authenticate.</summary>
internal static class AccessSchemes
{
    /// <summary>Whichever of the other schemes the request uses.</summary>
    public const string Any = "any";

    /// <summary>
    /// <c>Authorization: Bearer cbk_…</c>: the scheme of a machine's identity. <see cref="Any"/> itself reads the header.
    /// </summary>
    public const string Key = "key";

    /// <summary>The cookie of a screen opened by a wallboard link.</summary>
    public const string Wallboard = "wallboard";

    /// <summary>The organisation's own identity provider.</summary>
    public const string SignOn = "sign-on";
}
