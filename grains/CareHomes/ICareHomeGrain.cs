using CapacityBoard.Sites;

namespace CapacityBoard.CareHomes;

/// <inheritdoc cref="ISiteGrain"/>
public interface ICareHomeGrain : ISiteGrain
{
    /// <summary>The state as the journal has it now.</summary>
    Task<CareHome> Read();
}
