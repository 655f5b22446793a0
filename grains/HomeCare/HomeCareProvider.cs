using CapacityBoard.Sites;

namespace CapacityBoard.HomeCare;

/// <summary>A home-care agency. Its beds are care packages that it can staff.</summary>
[GenerateSerializer, Immutable]
public sealed record HomeCareProvider(SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.HomeCareProvider;
}
