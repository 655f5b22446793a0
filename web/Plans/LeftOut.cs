using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Choices;

namespace CapacityBoard.Plans;

/// <summary>Somebody who is medically optimised and for whom the plan proposes nothing.</summary>
internal abstract record LeftOut(KnownStay Person);

/// <summary>Nobody has recorded what the person needs, so no place can be sought.</summary>
internal sealed record WithoutNeeds(KnownStay Person) : LeftOut(Person);

/// <summary>They go back to a usual residence that has closed.</summary>
internal sealed record HomeClosed(KnownStay Person) : LeftOut(Person);

/// <summary>No free or expected bed fits.</summary>
/// <param name="Full">How many places fit and have no bed free or expected.</param>
/// <param name="Excluded">For how many places with a suitable bed type each reason holds, the most common first. A place may have several.</param>
internal sealed record NothingFits(KnownStay Person, int Full, ImmutableArray<(ExclusionReason Reason, int Places)> Excluded) : LeftOut(Person);

/// <summary>
/// Beds fit, and all go to people who have waited as long or longer. Nobody among those can be moved to another bed, so the beds are too few
/// for the people.
/// </summary>
/// <param name="Beds">How many beds these people can have between them.</param>
/// <param name="People">How many people compete for them.</param>
/// <param name="ShortestNights">The shortest wait among those who are proposed for them.</param>
internal sealed record Outwaited(KnownStay Person, int Beds, int People, int ShortestNights) : LeftOut(Person);
