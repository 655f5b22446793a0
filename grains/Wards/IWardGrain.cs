using CapacityBoard.Sites;

namespace CapacityBoard.Wards;

/// <inheritdoc cref="ISiteGrain"/>
public interface IWardGrain : ISiteGrain
{
    /// <summary>The state as the journal has it now.</summary>
    Task<Ward> Read();
}
