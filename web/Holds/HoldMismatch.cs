using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>A hold and the stay that it is for do not agree: one side was recorded, and the other was not.</summary>
/// <param name="Place">The site of the hold.</param>
public abstract record HoldMismatch(Site Place, Hold Hold);

/// <summary>Somebody was admitted at one place, and is still recorded as on a ward or unit.</summary>
/// <param name="IsDisputed">The ward has said since that they never left: that only people can put right.</param>
public sealed record LeftBehind(Site Place, EndedHold Admitted, Site At, Stay Stay, bool IsDisputed) : HoldMismatch(Place, Admitted.Hold);

/// <summary>A bed is still held for somebody who is on no ward of their hospital any more, and not on their way to it.</summary>
/// <param name="Left">How they left; null where nobody knows, as where their admission was a mistake: that only people can put right.</param>
public sealed record HeldForNobody(Site Place, Hold Hold, Gone? Left) : HoldMismatch(Place, Hold);
