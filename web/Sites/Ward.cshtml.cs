using CapacityBoard.Board;
using CapacityBoard.Stays;

namespace CapacityBoard.Sites;

/// <summary>A ward: its beds and who is in them.</summary>
public sealed class WardModel(Boards boards, ISiteClient sites, StayTransfer transfer, TimeProvider clock)
    : PeoplePage(boards, sites, transfer, clock)
{
    protected override bool IsFor(SiteKind kind) => kind == SiteKind.Ward;
}
