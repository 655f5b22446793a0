using CapacityBoard.Sites;

namespace CapacityBoard.IntermediateCareUnits;

/// <summary>A unit of step-down, step-up or discharge-to-assess beds. It may record stays, and may declare more occupied beds than it records.</summary>
[GenerateSerializer, Alias("board.intermediate-care-unit"), Immutable]
public sealed record IntermediateCareUnit([Id(0)] SiteKey Key) : Site(Key)
{
    public override SiteKind Kind => SiteKind.IntermediateCareUnit;
}
