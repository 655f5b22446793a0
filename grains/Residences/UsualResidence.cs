using CapacityBoard.Sites;

namespace CapacityBoard.Residences;

/// <summary>
/// Where a person in hospital came from and goes back to: a care home, or their own home with care from a provider. It moves with them
/// from ward to ward and ends with the stay.
/// </summary>
/// <param name="Place">The care home or home care provider, in any locality.</param>
/// <param name="Recorded">Since when the place can see that the person is in hospital, and who recorded it.</param>
[GenerateSerializer, Alias("board.usual-residence"), Immutable]
public sealed record UsualResidence([Id(0)] SiteKey Place, [Id(1)] Stamp Recorded);
