namespace CapacityBoard.Sites;

/// <summary>The Care Quality Commission's overall rating of a provider's location.</summary>
[GenerateSerializer, Alias("board.cqc-rating")]
public enum CqcRating
{
    NotRated,
    Outstanding,
    Good,
    RequiresImprovement,
    Inadequate,
}
