using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// Joins the two sides of a hold: who was admitted elsewhere leaves their ward, and the beds that are held for somebody who
/// has left are let go. Each step is one command to one site under an id made of the hold's own, so it is done once however
/// often and from wherever it is asked, and where the process dies before it another can take it up.
/// </summary>
public sealed class HoldAdmission(ISiteClient sites, StayTransfer transfers)
{
    public const string WentElsewhere = "The person went elsewhere";
    public const string RecordedByMistake = "The stay was recorded by mistake";

    /// <summary>
    /// Discharges the person of a hold that became an admission, to where that was and at that time, by the word of whoever
    /// admitted them. A transfer between wards that is under way is taken to its end first.
    /// </summary>
    /// <param name="whereToLook">The sites where the stay may be, by <see cref="HeldStays.IsWithin"/>.</param>
    /// <param name="operation">The hold's own wherever it is asked; the steps' ids are made of it by an ending.</param>
    /// <returns>The ward's answer; null where the stay is at none of them, having been discharged already.</returns>
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

    /// <summary>Lets a bed go that is held for somebody who is not coming.</summary>
    public Task<Outcome> Release(SiteKey place, SiteKind kind, Hold hold, string reason, string operation, string by) =>
        sites.Execute(kind, place, new(new ReleaseHold(hold.Id, reason), $"{operation}/release", by));

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
