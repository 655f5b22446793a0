using CapacityBoard.Sites;

namespace CapacityBoard.HomeCare;

/// <inheritdoc cref="ISiteGrain"/>
[Alias("board.home-care-provider-grain")]
public interface IHomeCareProviderGrain : ISiteGrain;
