using CapacityBoard.Sites;

namespace CapacityBoard.CareHomes;

/// <summary>A care home: residential, nursing or both.</summary>
[GenerateSerializer, Alias("board.care-home"), Immutable]
public sealed record CareHome([Id(0)] SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.CareHome;
}
