using CapacityBoard.Sites;

namespace CapacityBoard.Wards;

/// <inheritdoc cref="ISiteGrain"/>
[Alias("board.ward-grain")]
public interface IWardGrain : ISiteGrain;
