using CapacityBoard.Sites;

namespace CapacityBoard.CareHomes;

/// <summary>A care home: residential, nursing or both.</summary>
[GenerateSerializer, Immutable]
public sealed record CareHome(SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.CareHome;
}
