using CapacityBoard.Access;
using CapacityBoard.Access.Gate;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>Where people live, as the boards have it.</summary>
internal sealed class StayHomes(Boards boards) : IStayHomes
{
    public Scope? Find(SiteKey site, string reference) => Scope.OfHome(boards.FindStay(site, reference)?.Stay);
}
