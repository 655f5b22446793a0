using CapacityBoard.Sites;

namespace CapacityBoard.IntermediateCareUnits;

/// <summary>A unit of intermediate care: step-down, step-up, discharge to assess. It may record stays, and counts people it does not record.</summary>
[GenerateSerializer, Immutable]
public sealed record IntermediateCareUnit(SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.IntermediateCareUnit;
}
