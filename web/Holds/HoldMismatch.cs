using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>A hold and its stay that disagree: one side was recorded and the other was not.</summary>
/// <param name="Place">The site of the hold.</param>
public abstract record HoldMismatch(Site Place, Hold Hold);

/// <summary>A person was admitted at one place but is still recorded on a ward or unit.</summary>
/// <param name="IsDisputed">True if the ward has since recorded that they never left, which only people can correct.</param>
public sealed record LeftBehind(Site Place, EndedHold Admitted, Site At, Stay Stay, bool IsDisputed) : HoldMismatch(Place, Admitted.Hold);

/// <summary>A bed is still held for a person who is on no ward of their hospital and not on their way to one.</summary>
/// <param name="Left">
/// How they left; null if nobody knows, for example because their admission was a mistake, which only people can correct.
/// </param>
/// <param name="LeftFrom">The ward or unit that they left; null if nobody knows.</param>
public sealed record HeldForNobody(Site Place, Hold Hold, Gone? Left, Site? LeftFrom = null) : HoldMismatch(Place, Hold);
