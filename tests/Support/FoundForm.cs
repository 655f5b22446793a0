namespace CapacityBoard.Support;

/// <summary>One form of a page, with a value for each field.</summary>
/// <param name="IsRead">True for a form that only requests a page and changes nothing.</param>
internal sealed record FoundForm(string Action, bool IsRead, IReadOnlyDictionary<string, string> Fields);
