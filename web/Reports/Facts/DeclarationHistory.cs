using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>When a site spoke of its beds, in the order of time.</summary>
internal sealed record DeclarationHistory(SiteKey Site, SiteKind Kind, ReadOnlyMemory<DeclaredAt> Declared);
