using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>
/// Joins the two sides of a hold: a person admitted elsewhere leaves their ward, and beds held for someone who has left are
/// released. Each step is one command to one site under an operation ID made from the hold's, so it is done once, however
/// often and from wherever it is sent. If the process dies before a step, another can continue.
/// </summary>
public sealed class HoldAdmission(ISiteClient sites, StayTransfer transfers)
{
    public const string WentElsewhere = "The person went elsewhere";
    public const string ArrivalUndone = "Their arrival was undone";
    public const string RecordedByMistake = "The stay was recorded by mistake";

    /// <summary>
    /// Discharges the person of a hold that became an admission: to the admitting site, at the time of the admission, in the
    /// name of whoever admitted them. A transfer between wards in progress is finished first.
    /// </summary>
    /// <param name="whereToLook">The sites where the stay may be, by <see cref="HeldStays.IsWithin"/>.</param>
    /// <param name="operation">The hold's own ID, the same for every caller; each step adds an ending to it.</param>
    /// <returns>The ward's answer; null if the stay is at none of the sites because it was already discharged.</returns>
    public async Task<Outcome?> EndStay(SiteKey place, SiteKind kind, EndedHold admitted, IEnumerable<SiteKey> whereToLook, string operation)
    {
        Outcome? answer = null;
        foreach (var site in whereToLook)
        {
            if ((await Find(site, admitted))?.Transfer is { } transfer)
            {
                await transfers.Finish(site, admitted.Hold.Stay!, transfer.Operation, admitted.Ended.By);
                answer = await Discharge(transfer.To, place, kind, admitted, operation) ?? answer;
            }

            answer = await Discharge(site, place, kind, admitted, operation) ?? answer;
        }

        return answer;
    }

    /// <summary>Releases a bed held for someone who is not coming.</summary>
    public Task<Outcome> Release(SiteKey place, SiteKind kind, Hold hold, string reason, string operation, string by) =>
        sites.Execute(kind, place, new(new ReleaseHold(hold.Id, reason), $"{operation}/release", by));

    /// <summary>Takes back the discharge of a person whose arrival was undone. Refused if their bed is taken by now, which only people can put right.</summary>
    public Task<Outcome> CancelDischarge(Gone left, Site from, string by, string operation) =>
        sites.Execute(from.Kind, from.Key, new(new CancelDischarge(left.Stay.Reference, ArrivalUndone), $"{operation}/back", by));

    private async Task<Outcome?> Discharge(SiteKey site, SiteKey place, SiteKind kind, EndedHold admitted, string operation)
    {
        if (await Find(site, admitted) is not { } stay)
        {
            return null;
        }

        var command = new DischargeStay(stay.Reference, HeldStays.DestinationOf(kind), admitted.Ended.At, place);
        return await sites.Execute(KindOf(site), site, new(command, $"{operation}/left", admitted.Ended.By));
    }

    private async Task<Stay?> Find(SiteKey site, EndedHold admitted) =>
        (await sites.Read(KindOf(site), site)).Stays.All.FirstOrDefault(stay => HeldStays.IsLeftBehind(stay, admitted) && !HeldStays.IsDisputed(stay, admitted));

    /// <summary>Only wards and intermediate care units record stays.</summary>
    private static SiteKind KindOf(SiteKey key) => key.Hospital is null ? SiteKind.IntermediateCareUnit : SiteKind.Ward;
}
