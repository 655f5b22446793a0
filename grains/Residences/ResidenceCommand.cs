using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Residences;

/// <summary>Records where the person came from and goes back to, so that the place can see that they are in hospital.</summary>
/// <param name="Residence">A care home, or the provider of care in the person's own home, in any locality; null for none.</param>
[GenerateSerializer, Alias("board.set-usual-residence"), Immutable]
public sealed record SetUsualResidence([Id(0)] string Stay, [Id(1)] SiteKey? Residence) : StayCommand;

/// <summary>A place's word about the return of a person whose usual residence it is. It replaces an earlier one.</summary>
/// <param name="Stay">The hospital's own reference of the stay.</param>
/// <param name="From">The ward or unit where the person is.</param>
/// <param name="KeptUntil">The last day on which the place keeps their bed or package: today or later, at most a year ahead. Null if it does not say.</param>
[GenerateSerializer, Alias("board.answer-return"), Immutable]
public sealed record AnswerReturn([Id(0)] string Stay, [Id(1)] SiteKey From, [Id(2)] ReturnAnswer Answer, [Id(3)] DateOnly? KeptUntil = null) : SiteCommand;
