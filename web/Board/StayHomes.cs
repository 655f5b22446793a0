using CapacityBoard.Access;
using CapacityBoard.Access.Gate;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>Finds where people live from the boards.</summary>
internal sealed class StayHomes(Boards boards) : IStayHomes
{
    public Scope? Find(SiteKey site, string reference) => Scope.OfHome(boards.FindStay(site, reference)?.Stay);
}
