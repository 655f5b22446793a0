using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Residences;

/// <param name="Residence">Null if there is none any more.</param>
public sealed record UsualResidenceSet(string Stay, SiteKey? Residence) : StayEvent;

/// <summary>Recorded at the place that answers.</summary>
public sealed record ReturnAnswered(string Stay, SiteKey From, ReturnAnswer Answer, DateOnly? KeptUntil = null) : SiteEvent;
