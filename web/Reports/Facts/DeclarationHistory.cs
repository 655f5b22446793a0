using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>A site's declarations in order of time.</summary>
/// <param name="Opened">When it came onto the board, left it or returned.</param>
internal sealed record DeclarationHistory(SiteKey Site, SiteKind Kind, ReadOnlyMemory<DeclaredAt> Declared, ReadOnlyMemory<OpenedAt> Opened);
