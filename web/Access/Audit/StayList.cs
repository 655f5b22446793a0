namespace CapacityBoard.Access.Audit;

/// <summary>References of stays in one access log line, separated by spaces, which no reference contains.</summary>
internal static class StayList
{
    /// <summary>Each reference once, in order; null if there are none.</summary>
    public static string? Of(IEnumerable<string> references) =>
        string.Join(' ', references.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : null;

    public static IReadOnlyList<string> In(string? list) => list?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
