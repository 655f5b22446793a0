using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Holds;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>
/// Tells the places that were asked when nobody needs their answer any more: the person has left, or another place has accepted them.
/// Whatever fails here, <see cref="EnquiryRecovery"/> does later.
/// </summary>
internal sealed partial class EnquiryFollowUp(Boards boards, FoldProgress progress, ISiteClient sites, TimeProvider clock, ILogger<EnquiryFollowUp> log) : IFollowUp
{
    /// <inheritdoc/>
    public async Task Run(SiteKey site, SiteCommand command, string by)
    {
        try
        {
            if (command is AcceptHold or PlaceHold { From: not null } or AdmitOnHold or DischargeStay or CancelAdmission || (command is AdmitStay && site.Hospital is null))
            {
                await progress.UpToDate(CancellationToken.None);
                foreach (var mismatch in Among(PersonOf(site, command), TimeSpan.Zero))
                {
                    await Finish(mismatch);
                }
            }
        }
        catch (Exception exception)
        {
            LogFailed(exception, site.Value);
        }
    }

    /// <inheritdoc/>
    public string? InsteadOf(SiteKey site, SiteCommand command, Refusal refusal)
    {
        if (refusal.Code != RefusalCode.NoVacancy || command is not PlaceHold { Stay: { } stay, From: { } from } || boards.FindStay(from, stay) is not { Left: null } person)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var others = PlacesAsked.For(boards, person.Site.Key, person.Stay, now).Where(asked => asked.IsOpen && asked.Place.Key != site).ToList();
        var (yes, open) = (others.Where(asked => asked.Enquiry.IsYes).ToList(), others.Where(asked => !asked.Enquiry.IsYes).ToList());
        return yes.Count > 0 ? $"Others said yes: {string.Join(", ", yes.Select(asked => $"{asked.Details.Name} ({(asked.Free > 0 ? $"{asked.Free} free" : "none free now")})"))}."
            : open.Count > 0 ? $"Others have not answered yet: {string.Join(", ", open.Select(asked => asked.Details.Name))}."
            : "No other place has been asked yet. The person’s list of places has those that fit.";
    }

    /// <summary>Ends an enquiry whose answer nobody needs any more, in the name of whoever asked: the place knows no other.</summary>
    public Task<Outcome> Finish(EnquiryMismatch mismatch) => sites.Execute(
        mismatch.Place.Kind,
        mismatch.Place.Key,
        new(new WithdrawEnquiry(mismatch.Enquiry.Id, mismatch.Reason), $"{OtherSideOperations.Of(mismatch.Place.Key, mismatch.Enquiry)}/withdrawn", mismatch.Enquiry.Made.By));

    /// <summary>All enquiries that have been without a need for so long that no request is about to end them.</summary>
    public IEnumerable<EnquiryMismatch> Mismatches(TimeSpan patience) => Among(_ => true, patience);

    /// <summary>The enquiries about the person whom a command concerns.</summary>
    private Func<Enquiry, bool> PersonOf(SiteKey site, SiteCommand command)
    {
        var stay = command switch
        {
            DischargeStay done => done.Stay,
            CancelAdmission done => done.Stay,
            AdmitStay done => done.Stay,
            PlaceHold done => done.Stay,
            AcceptHold done => HeldFor(site, done.Hold),
            AdmitOnHold done => HeldFor(site, done.Hold),
            _ => null,
        };
        return enquiry => StayReferences.AreSame(enquiry.Stay, stay);
    }

    private string? HeldFor(SiteKey site, string hold) => boards.Find(site)?.Capacity.Hold(hold)?.Stay;

    private List<EnquiryMismatch> Among(Func<Enquiry, bool> which, TimeSpan patience)
    {
        var now = clock.GetUtcNow();
        var asked = boards.All.SelectMany(board => board.Sites()).Where(site => site.Enquiries.Open.Any(which)).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var holding = boards.All.SelectMany(board => board.Sites()).Where(site => !site.Capacity.Holds.IsEmpty).ToList();
        return [.. EnquiryMismatches.Among(asked, locality => boards.Find(locality)?.Sites() ?? [], holding, now, patience).Where(mismatch => which(mismatch.Enquiry))];
    }

    [LoggerMessage(LogLevel.Error, "Places asked about someone are not yet told what happened at {Site}; it is tried again")]
    private partial void LogFailed(Exception exception, string site);
}

/// <summary>Ends what a fault left open.</summary>
internal sealed partial class EnquiryRecovery(Boards boards, FoldProgress progress, EnquiryFollowUp followUp, TimeProvider clock, ILogger<EnquiryRecovery> log) : Recovery(boards, progress, clock)
{
    internal override async Task FinishLost()
    {
        foreach (var mismatch in followUp.Mismatches(LongestRequest))
        {
            try
            {
                await followUp.Finish(mismatch);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, mismatch.Place.Key.Value);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "An enquiry at {Place} is still open though nobody needs its answer; it is tried again")]
    private partial void LogFailed(Exception exception, string place);
}
