using System.Collections.Frozen;

namespace CapacityBoard.Sites;

/// <summary>
/// Names that no locality may have: addresses of the board's own begin with them, so that the locality's could not be opened.
/// </summary>
public static class LocalityNames
{
    /// <summary>A test holds them against all addresses that there are.</summary>
    public static IReadOnlySet<string> Taken { get; } = new[]
    {
        "account", "admin", "api", "dist", "error", "freshness", "health", "hubs", "import", "join", "metrics", "openapi", "sign-in", "sign-out", "wallboard",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why a locality cannot be called so; null where it can.</summary>
    public static Refusal? Check(string locality, string field) => Taken.Contains(locality)
        ? Limits.Invalid(field, $"A locality cannot be called '{locality}': the board uses that address itself. Choose another name, such as '{locality}-locality'.")
        : null;
}
