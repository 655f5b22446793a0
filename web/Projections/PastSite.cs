using CapacityBoard.Sites;

namespace CapacityBoard.Projections;

/// <summary>A site's state after one of its events.</summary>
/// <param name="Position">The journal position of that event.</param>
public readonly record struct PastSite(Site Site, long Position);
