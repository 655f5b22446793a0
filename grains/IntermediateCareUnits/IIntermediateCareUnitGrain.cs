using CapacityBoard.Sites;

namespace CapacityBoard.IntermediateCareUnits;

/// <inheritdoc cref="ISiteGrain"/>
public interface IIntermediateCareUnitGrain : ISiteGrain
{
    /// <summary>The state as the journal has it now.</summary>
    Task<IntermediateCareUnit> Read();
}
