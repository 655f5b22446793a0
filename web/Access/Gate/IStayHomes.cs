using CapacityBoard.Sites;

namespace CapacityBoard.Access.Gate;

/// <summary>Finds where people live, since a permission over a locality's own people holds wherever they are.</summary>
internal interface IStayHomes
{
    /// <summary>The home of the stay with that reference at a site; null if it is not known.</summary>
    Scope? Find(SiteKey site, string reference);
}
