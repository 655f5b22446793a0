using CapacityBoard.Sites;

namespace CapacityBoard.HomeCare;

/// <summary>A home care agency. Its beds are the care packages that it can staff.</summary>
[GenerateSerializer, Alias("board.home-care-provider"), Immutable]
public sealed record HomeCareProvider([Id(0)] SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.HomeCareProvider;
}
