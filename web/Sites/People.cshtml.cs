using CapacityBoard.Board;
using CapacityBoard.Stays;

namespace CapacityBoard.Sites;

/// <summary>The people of an intermediate care unit.</summary>
public sealed class PeopleModel(Boards boards, ISiteClient sites, StayTransfer transfer, TimeProvider clock)
    : PeoplePage(boards, sites, transfer, clock)
{
    protected override bool IsFor(SiteKind kind) => kind == SiteKind.IntermediateCareUnit;
}
