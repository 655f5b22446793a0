using CapacityBoard.Sites;

namespace CapacityBoard.Commands;

/// <summary>A command's consequences at other sites.</summary>
internal interface IFollowUp
{
    /// <summary>
    /// Does what follows at other sites from a completed command. It never changes the command's own answer; whatever fails here
    /// is done later.
    /// </summary>
    Task Run(SiteKey site, SiteCommand command, string by);

    /// <summary>What may be done instead of a command that was refused, for a person; null if there is nothing to say.</summary>
    string? InsteadOf(SiteKey site, SiteCommand command, Refusal refusal) => null;
}
