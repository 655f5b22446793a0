using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Choices;

namespace CapacityBoard.Plans;

/// <summary>A bed proposed for a person. Nothing is held until somebody holds it.</summary>
/// <param name="Bed">The bed proposed.</param>
/// <param name="Better">The bed that would suit best of those proposed for others; null if none would suit better.</param>
/// <param name="Next">The best bed that is left if this one is not taken; null if none is left.</param>
/// <param name="Others">How many other places fit, including those whose beds are all proposed for others.</param>
internal sealed record Proposal(KnownStay Person, PlannedBed Bed, PlannedBed? Better, PlannedBed? Next, int Others);

/// <summary>A bed that fits a person.</summary>
/// <param name="Fit">Its site compared with the person's needs, with beds of its type only.</param>
/// <param name="ExpectedAt">When it is expected; null if it is free now.</param>
internal sealed record PlannedBed(Fit Fit, DateTimeOffset? ExpectedAt)
{
    public BedType Type => Fit.Offered.Type;

    public ListedSite Listed => ListedSite.Of(Fit);
}
