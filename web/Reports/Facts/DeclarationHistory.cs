using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>A site's declarations in order of time.</summary>
internal sealed record DeclarationHistory(SiteKey Site, SiteKind Kind, ReadOnlyMemory<DeclaredAt> Declared);
