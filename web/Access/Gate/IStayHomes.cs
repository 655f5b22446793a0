using CapacityBoard.Sites;

namespace CapacityBoard.Access.Gate;

/// <summary>Finds where people live, since whoever may see or plan for a locality's own people may do so wherever they are.</summary>
internal interface IStayHomes
{
    /// <summary>The home of the stay at a site with that reference; null where none is known.</summary>
    Scope? Find(SiteKey site, string reference);
}
