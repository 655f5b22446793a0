namespace CapacityBoard.Board;

/// <summary>A locality's own people at one hospital or unit of another locality.</summary>
/// <param name="Locality">The locality of the hospital or unit.</param>
/// <param name="Place">The hospital's or unit's part of its key.</param>
public sealed record ElsewhereTotal(string Locality, string Place, string Name, int Stays, int MedicallyOptimised);
