using CapacityBoard.Sites;

namespace CapacityBoard.IntermediateCareUnits;

/// <inheritdoc cref="ISiteGrain"/>
[Alias("board.intermediate-care-unit-grain")]
public interface IIntermediateCareUnitGrain : ISiteGrain;
