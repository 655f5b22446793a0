using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Commands;

/// <summary>
/// The only way for people and machines to execute a site's command: it checks what the site's permission does not cover,
/// executes the command, logs it, and follows up on the other side of a hold.
/// </summary>
internal sealed class SiteCommands(ISiteClient sites, StayTransfer transfer, IEnumerable<IFollowUp> followUps, AccessLog log, Boards boards)
{
    /// <summary>Executes a form's command in its sender's name.</summary>
    /// <inheritdoc cref="Execute(HttpContext, SiteKind, SiteKey, SiteRequest)"/>
    public Task<Outcome> Execute(HttpContext http, SiteKind kind, SiteKey site, SiteCommand command, SentForm form)
    {
        var by = http.Caller()!.Name;
        return Execute(http, kind, site, new(command, form.Operation, by, RequestFingerprint.Of(by, form.Fields)));
    }

    /// <returns>The outcome, once the command is durable.</returns>
    /// <exception cref="Journal.JournalUnavailableException">
    /// The command may or may not be recorded; sent again under the same operation, it is done once.
    /// </exception>
    public async Task<Outcome> Execute(HttpContext http, SiteKind kind, SiteKey site, SiteRequest request)
    {
        if (Check(http.Caller()!, request.Command) is { } refusal)
        {
            return new(0, refusal);
        }

        var outcome = request.Command is BeginTransfer ? await transfer.Begin(site, request) : await sites.Execute(kind, site, request);
        if (outcome.IsAccepted)
        {
            await log.RecordChange(http, site, request.Command, request.Operation);
            foreach (var followUp in followUps)
            {
                await followUp.Run(site, request.Command, request.By);
            }
        }

        return outcome;
    }

    /// <summary>
    /// Checks what a command does at another site. Admission on a hold ends the stay it names, so people hold beds only for those
    /// they may see; a swap moves somebody on the other ward.
    /// </summary>
    private Refusal? Check(Caller caller, SiteCommand command) => command switch
    {
        PlaceHold { From: { } from, Stay: var stay }
            when !caller.May(Permission.SeeStays, Scope.Of(from), Scope.OfHome(boards.FindStay(from, stay ?? "")?.Stay)) =>
            Limits.Invalid("from", $"'from' is {from}. Use a ward or unit whose stays you can see."),
        BeginTransfer { With: not null, To: var to } when !caller.May(Permission.ChangeStays, Scope.Of(to)) =>
            Limits.Invalid("with", $"'to' is {to}. You can swap only with a ward whose stays you can change."),
        _ => null,
    };
}
