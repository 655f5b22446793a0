using System.Collections.Frozen;

namespace CapacityBoard.Sites;

/// <summary>
/// Names that no locality may have: the board's own addresses begin with them, so the locality's pages could not be opened.
/// </summary>
public static class LocalityNames
{
    /// <summary>A test compares this list with the addresses of all endpoints.</summary>
    public static IReadOnlySet<string> Taken { get; } = new[]
    {
        "account", "admin", "api", "dist", "error", "freshness", "health", "help", "hubs", "import", "join", "metrics", "openapi", "search", "sign-in", "sign-out", "wallboard", "work",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why a locality cannot have a name; null if it can.</summary>
    public static Refusal? Check(string locality, string field) => Taken.Contains(locality)
        ? Limits.Invalid(field, $"A locality cannot be called '{locality}': the board uses that address itself. Choose another name, such as '{locality}-locality'.")
        : null;
}
