namespace CapacityBoard.GrandRounds;

/// <summary>The pages of a round, which link to each other.</summary>
public enum RoundDoor
{
    Round,
    Summary,
    Walk,
    Actions,
}
