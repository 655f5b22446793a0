namespace CapacityBoard.Access.Audit;

/// <summary>References of stays as they stand in one line of the access log: with spaces between, since none has one in it.</summary>
internal static class StayList
{
    /// <summary>Each once, in order; null where there is none.</summary>
    public static string? Of(IEnumerable<string> references) =>
        string.Join(' ', references.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : null;

    public static IReadOnlyList<string> In(string? list) => list?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
