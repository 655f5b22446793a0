using CapacityBoard.Beds;

namespace CapacityBoard.Sites;

/// <summary>
/// Decides that a site closes or reopens. Its expected vacancies and suspensions stay in its state: they are not shown
/// while it is closed, but may fall due or end in that time.
/// </summary>
internal static class SiteClosing
{
    public static Decision Close(CloseSite command, Site site, Moment moment)
    {
        if (site.Closed is { } closed)
        {
            return Decision.Refuse(RefusalCode.NotInThatState, $"{site.Details!.Name} is already closed, since {Words.Of(closed.Since.At)}.");
        }

        return (Limits.RequiredText(command.Reason, "reason") ?? StillInUse(site, moment)) is { } refusal ? refusal : new SiteClosed(command.Reason);
    }

    public static Decision Reopen(Site site) => site.Closed is not null
        ? new SiteReopened()
        : Decision.Refuse(RefusalCode.NotInThatState, $"{site.Details!.Name} is open, so there is nothing to reopen.");

    public static Decision Refused(Site site, Closure closed) => Decision.Refuse(
        RefusalCode.SiteClosed, $"{site.Details!.Name} was closed by {closed.Since.By} at {Words.Of(closed.Since.At)}: {closed.Reason}. Reopen it first.");

    private static Refusal? StillInUse(Site site, Moment moment)
    {
        if (site.Stays.All.Length is var people and > 0)
        {
            return new(RefusalCode.StillInUse, $"{(people == 1 ? "One person is" : $"{people} people are")} recorded here. Discharge or transfer them first.");
        }

        return site.Capacity.LiveHolds(moment.Clock).Count() is var held and > 0
            ? new(RefusalCode.StillInUse, $"{(held == 1 ? "One bed is" : $"{held} beds are")} held here. Release the holds first.")
            : null;
    }
}
