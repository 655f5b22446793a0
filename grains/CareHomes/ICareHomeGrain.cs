using CapacityBoard.Sites;

namespace CapacityBoard.CareHomes;

/// <inheritdoc cref="ISiteGrain"/>
[Alias("board.care-home-grain")]
public interface ICareHomeGrain : ISiteGrain;
