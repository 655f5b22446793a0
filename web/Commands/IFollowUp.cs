using CapacityBoard.Sites;

namespace CapacityBoard.Commands;

/// <summary>What a command at one site means for another.</summary>
internal interface IFollowUp
{
    /// <summary>
    /// Does at other sites what follows from a command that was done at a site. It never changes the command's own answer: what
    /// fails here is done later.
    /// </summary>
    Task Run(SiteKey site, SiteCommand command, string by);
}
