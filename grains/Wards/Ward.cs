using CapacityBoard.Sites;

namespace CapacityBoard.Wards;

/// <summary>A hospital's ward. Its occupied beds are its stays.</summary>
[GenerateSerializer, Immutable]
public sealed record Ward(SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.Ward;
}
