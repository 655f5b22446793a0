using CapacityBoard.Sites;

namespace CapacityBoard.Fees;

/// <summary>What a care home says a place costs, in its own figures and words. It is the home's statement, not an offer to anyone.</summary>
/// <param name="Lowest">The weekly fee in whole pounds, or the lowest of them; null if it is said in words only.</param>
/// <param name="Highest">The highest weekly fee in whole pounds; null if there is only one.</param>
/// <param name="AsksTopUp">True if families are asked for a top-up beyond what the council pays; null if the home has not said.</param>
/// <param name="TopUp">The usual top-up in whole pounds a week; null if none is asked, or it depends.</param>
/// <param name="Note">What the fee includes or depends on.</param>
[GenerateSerializer, Alias("board.fee-statement"), Immutable]
public sealed record FeeStatement(
    [Id(0)] int? Lowest = null, [Id(1)] int? Highest = null, [Id(2)] bool? AsksTopUp = null, [Id(3)] int? TopUp = null, [Id(4)] string? Note = null);

/// <summary>A statement on fees, when it was made, and who made it.</summary>
[GenerateSerializer, Alias("board.stated-fees"), Immutable]
public sealed record StatedFees([Id(0)] FeeStatement Statement, [Id(1)] Stamp Stated);
