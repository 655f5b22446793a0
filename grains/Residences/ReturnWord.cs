using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Residences;

/// <summary>What a place says about the return of a person who usually lives there, or whom it supports at home.</summary>
/// <param name="Stay">The hospital's own reference of the stay.</param>
/// <param name="From">The ward or unit where the person was when the place answered.</param>
/// <param name="KeptUntil">The last day on which the place keeps their bed or package; null if it has not said.</param>
[GenerateSerializer, Alias("board.return-word"), Immutable]
public sealed record ReturnWord([Id(0)] string Stay, [Id(1)] SiteKey From, [Id(2)] ReturnAnswer Answer, [Id(3)] DateOnly? KeptUntil, [Id(4)] Stamp Given)
{
    /// <summary>True if the bed or package is kept on a day.</summary>
    public bool Keeps(DateOnly day) => KeptUntil >= day;

    /// <summary>References belong to one hospital, so the same reference from another hospital is another person.</summary>
    internal bool IsAbout(string stay, SiteKey from) => StayReferences.AreSame(Stay, stay) && HeldStays.IsWithin(From, from);
}

/// <summary>What a place answers about a return.</summary>
[GenerateSerializer, Alias("board.return-answer")]
public enum ReturnAnswer
{
    /// <summary>The person can come back with the same support as before.</summary>
    SameSupport,

    /// <summary>The place has to assess the person before it can say.</summary>
    NewAssessment,
}
