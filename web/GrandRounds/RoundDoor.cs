namespace CapacityBoard.GrandRounds;

/// <summary>The pages of a round, which lead to one another.</summary>
public enum RoundDoor
{
    Round,
    Summary,
    Walk,
    Actions,
}
