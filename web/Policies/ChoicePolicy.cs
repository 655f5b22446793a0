namespace CapacityBoard.Policies;

/// <summary>
/// The days of a locality's choice policy, each counted from the day on which the first suitable place was offered. They are the locality's
/// own choice: no national rule sets them.
/// </summary>
public sealed record ChoicePolicy
{
    public const int MostDays = 60;

    /// <summary>The day on which the first letter is due.</summary>
    public int FirstLetterDays { get; init; } = 2;

    /// <summary>The day on which the second letter is due.</summary>
    public int SecondLetterDays { get; init; } = 5;

    /// <summary>The day by which the person goes to an interim place if they have chosen none.</summary>
    public int InterimDays { get; init; } = 7;
}
