namespace CapacityBoard.Access.Leaks;

/// <summary>What somebody was told at an address.</summary>
/// <param name="IsLink">True where a page that they may open led there.</param>
/// <param name="Status">The answer's status and where it leads.</param>
/// <param name="Told">What it tells that the address did not.</param>
internal sealed record Looked(string Address, bool IsLink, string Status, IReadOnlyCollection<Secret> Told);
