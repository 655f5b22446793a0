using CapacityBoard.Sites;

namespace CapacityBoard.IntermediateCareUnits;

/// <summary>A unit of intermediate care: step-down, step-up, discharge to assess. It may record stays, and counts people it does not record.</summary>
[GenerateSerializer, Alias("board.intermediate-care-unit"), Immutable]
public sealed record IntermediateCareUnit([Id(0)] SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.IntermediateCareUnit;
}
