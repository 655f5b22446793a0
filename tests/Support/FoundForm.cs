namespace CapacityBoard.Support;

/// <summary>One of a page's forms, with a value for each of its fields.</summary>
/// <param name="IsRead">True for one that asks for a page and changes nothing.</param>
internal sealed record FoundForm(string Action, bool IsRead, IReadOnlyDictionary<string, string> Fields);
