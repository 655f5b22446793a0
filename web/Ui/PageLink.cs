namespace CapacityBoard.Ui;

/// <param name="Path">From the program's own root.</param>
/// <param name="IsCurrent">True if it leads to what is shown, or to a page above that.</param>
public sealed record PageLink(string Name, string Path, bool IsCurrent);
