using CapacityBoard.Sites;

namespace CapacityBoard.HomeCare;

/// <inheritdoc cref="ISiteGrain"/>
public interface IHomeCareProviderGrain : ISiteGrain
{
    /// <summary>The state as the journal has it now.</summary>
    Task<HomeCareProvider> Read();
}
