namespace CapacityBoard.Access.Schemes;

/// <summary>The ways to say who one is.</summary>
internal static class AccessSchemes
{
    /// <summary>Whichever of the others a request has.</summary>
    public const string Any = "any";

    /// <summary><c>Authorization: Bearer cbk_…</c>: what a machine's identity is called. <see cref="Any"/> itself reads it.</summary>
    public const string Key = "key";

    /// <summary>The cookie of a screen that a wallboard's link let in.</summary>
    public const string Wallboard = "wallboard";

    /// <summary>The organisation's own provider.</summary>
    public const string SignOn = "sign-on";
}
