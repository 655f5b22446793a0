namespace CapacityBoard.Sites;

/// <summary>The Care Quality Commission's overall rating of a provider's location.</summary>
[GenerateSerializer]
public enum CqcRating
{
    NotRated,
    Outstanding,
    Good,
    RequiresImprovement,
    Inadequate,
}
