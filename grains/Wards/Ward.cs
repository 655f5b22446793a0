using CapacityBoard.Sites;

namespace CapacityBoard.Wards;

/// <summary>A hospital ward. Its occupied beds are its stays.</summary>
[GenerateSerializer, Alias("board.ward"), Immutable]
public sealed record Ward([Id(0)] SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.Ward;
}
