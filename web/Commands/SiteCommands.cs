using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Enquiries;
using CapacityBoard.Fees;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Projections;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Commands;

/// <summary>
/// The only way for people and machines to execute a site's command: it checks what the site's permission does not cover,
/// executes the command, logs it, and follows up on the other side of a hold.
/// </summary>
internal sealed class SiteCommands(ISiteClient sites, StayTransfer transfer, IEnumerable<IFollowUp> followUps, AccessLog log, Boards boards, FoldProgress progress)
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
        if (IsCheckedByBoards(request.Command))
        {
            await progress.UpToDate(http.RequestAborted);
        }

        if (Check(http.Caller()!, site, request.Command) is { } refusal)
        {
            return new(0, refusal);
        }

        request = request.Command is OfferPlace offer ? request with { Command = offer with { Fees = FeesOf(offer.Place) } } : request;
        var outcome = request.Command is BeginTransfer ? await transfer.Begin(site, request) : await sites.Execute(kind, site, request);
        if (outcome.IsAccepted)
        {
            await log.RecordChange(http, site, request.Command, request.Operation);
            foreach (var followUp in followUps)
            {
                await followUp.Run(site, request.Command, request.By);
            }
        }

        return outcome.Refusal is { } refused && followUps.Select(each => each.InsteadOf(site, request.Command, refused)).FirstOrDefault(next => next is not null) is { } next
            ? outcome with { Refusal = refused with { Next = next } }
            : outcome;
    }

    /// <summary>True for a command about another site, which this node must know as it is now.</summary>
    private static bool IsCheckedByBoards(SiteCommand command) =>
        command is MakeEnquiry or OfferPlace or AnswerReturn or SetUsualResidence { Residence: not null } or AdmitStay { UsualResidence: not null };

    /// <summary>
    /// Checks what a command says of another site: people hold beds and ask only for those they may see, only a ward itself says that somebody
    /// is still there, and a swap moves somebody on the other ward.
    /// </summary>
    private Refusal? Check(Caller caller, SiteKey site, SiteCommand command) => command switch
    {
        PlaceHold { From: { } from, Stay: var stay } when !MaySee(caller, from, stay) =>
            Limits.Invalid("from", $"'from' is {from}. Use a ward or unit whose stays you can see."),
        MakeEnquiry { From: var from, Stay: var stay } when !MaySee(caller, from, stay) =>
            Limits.Invalid("from", $"'from' is {from}. Use a ward or unit whose stays you can see."),
        MakeEnquiry { From: var from, Stay: var stay } when boards.Find(from) is { Details: { } ward } && boards.FindStay(from, stay) is not { Left: null } =>
            Limits.Invalid("stay", $"No stay with the reference {stay} is on {ward.Name}. Check the reference, and where the person is."),
        // Families also choose places in areas that have no board here.
        OfferPlace { Place: var place } when boards.Find(place.Locality) is not null && boards.Find(place) is not { Details: not null, Closed: null } =>
            Limits.Invalid("place", $"'place' is {place}. There is no such place on the board. Check its address, or offer another place."),
        DenyArrival { StillAt: var ward } when !caller.May(Permission.ChangeStays, Scope.Of(ward)) =>
            Limits.Invalid("stillAt", $"'stillAt' is {ward}. Use a ward or unit whose stays you can change."),
        AnswerReturn { From: var from, Stay: var stay } when boards.FindStay(from, stay) is not { Left: null } person || person.Stay.UsualResidence?.Place != site =>
            new(RefusalCode.UnknownStay, $"Nobody with the reference {stay} is in hospital from here. They may have left, or the ward has changed where they usually live.", "stay"),
        SetUsualResidence { Residence: { } residence } when !IsResidence(residence) => NoSuchResidence(residence, "residence"),
        AdmitStay { UsualResidence: { } residence } when !IsResidence(residence) => NoSuchResidence(residence, "usualResidence"),
        EnquiryCommand when !MayAnswerHere(caller, site, command) =>
            new(RefusalCode.NotAgreed, "This place has no agreement that trusted assessors answer for it. Ask the place to record one on its page, or to answer itself."),
        BeginTransfer { With: not null, To: var to } when !caller.May(Permission.ChangeStays, Scope.Of(to)) =>
            Limits.Invalid("with", $"'to' is {to}. You can swap only with a ward whose stays you can change."),
        _ => null,
    };

    private bool IsResidence(SiteKey place) => boards.Find(place) is { Details: not null, Closed: null } site && site.Kind.IsResidence();

    private static Refusal NoSuchResidence(SiteKey place, string field) =>
        Limits.Invalid(field, $"'{field}' is {place}. There is no open care home or home care provider with that key on the board.");

    /// <summary>What a place says it costs, for the family: without the name of whoever stated it.</summary>
    private StatedFees? FeesOf(SiteKey place) => boards.Find(place)?.Fees is { } fees ? fees with { Stated = fees.Stated.WithoutName() } : null;

    private bool MaySee(Caller caller, SiteKey from, string? stay) =>
        caller.May(Permission.SeeStays, Scope.Of(from), Scope.OfHome(boards.FindStay(from, stay ?? "")?.Stay));

    /// <summary>Whoever answers holds at a place answers its enquiries; a trusted assessor only where the place has agreed.</summary>
    private bool MayAnswerHere(Caller caller, SiteKey site, SiteCommand command) =>
        command is MakeEnquiry or ReplyToEnquiry or WithdrawEnquiry
        || caller.May(Permission.AnswerHolds, Scope.Of(site))
        || boards.Find(site)?.Enquiries.TrustedAssessors is not null;
}
