namespace CapacityBoard.Finding;

/// <param name="Path">From the program's own root.</param>
/// <param name="IsCurrent">The page that is shown is this one, or one below it.</param>
internal sealed record NavigationLink(string Name, string Path, bool IsCurrent);
