using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>
/// A command's consequences for the other side of a hold: a person admitted on it has left their ward, and a person who has left
/// needs no other bed. It never changes the command's own answer; whatever fails here, <see cref="HoldRecovery"/> does later.
/// </summary>
internal sealed partial class HoldFollowUp(Boards boards, FoldProgress progress, ISiteClient sites, HoldAdmission admission, TimeProvider clock, ILogger<HoldFollowUp> log) : IFollowUp
{
    /// <inheritdoc/>
    public async Task Run(SiteKey site, SiteCommand command, string by)
    {
        try
        {
            await (command switch
            {
                AdmitOnHold done => Arrived(site, hold => hold.Id == done.Hold),
                AdmitStay done => Arrived(site, hold => StayReferences.AreSame(hold.Stay, done.Stay)),
                UndoArrival done => ComeBack(site, done.Hold),
                DischargeStay done => LetGo(site, done.Stay, by),
                CancelAdmission done => LetGo(site, done.Stay, by),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception exception)
        {
            LogFailed(exception, site.Value);
        }
    }

    /// <summary>Does what is missing for a hold whose sides disagree, if that is clear; false if only people can tell.</summary>
    public async Task<bool> Finish(HoldMismatch mismatch, string? by = null)
    {
        switch (mismatch)
        {
            case LeftBehind { IsDisputed: false } behind:
                await admission.EndStay(behind.Place.Key, behind.Place.Kind, behind.Admitted, [behind.At.Key], OtherSideOperations.Of(behind.Place.Key, behind.Hold));
                return true;
            case HeldForNobody { Hold.ArrivalUndone: { } undone, Left: { } left } back when left.To == back.Place.Key:
                return (await admission.CancelDischarge(left, back.LeftFrom!, undone.By, OtherSideOperations.Of(back.Place.Key, back.Hold))).IsAccepted;
            case HeldForNobody { Left: { } left } nobody:
                await Release(nobody, HoldAdmission.WentElsewhere, left.Discharged.By);
                return true;
            case HeldForNobody nobody when by is not null:
                await Release(nobody, HoldAdmission.RecordedByMistake, by);
                return true;
            default:
                return false;
        }
    }

    /// <summary>All holds whose sides have disagreed for so long that no request is about to correct it.</summary>
    public IEnumerable<HoldMismatch> Mismatches(TimeSpan patience) => Among(_ => true, patience);

    /// <summary>Those that concern a ward or unit and its people, or a place that holds beds.</summary>
    public IReadOnlyList<HoldMismatch> ToPutRight(SiteKey site) =>
    [
        .. Among(hold => hold.From is { } from && HeldStays.IsWithin(from, site), Recovery.LongestRequest)
            .Where(mismatch => mismatch is LeftBehind behind ? behind.At.Key == site : mismatch.Hold.From == site)
    ];

    private Task<Outcome> Release(HeldForNobody mismatch, string reason, string by) =>
        admission.Release(mismatch.Place.Key, mismatch.Place.Kind, mismatch.Hold, reason, OtherSideOperations.Of(mismatch.Place.Key, mismatch.Hold), by);

    private async Task Arrived(SiteKey place, Func<Hold, bool> isIt)
    {
        if (boards.Find(place)?.Kind is not { } kind)
        {
            return;
        }

        var site = await sites.Read(kind, place);
        var admitted = site.Capacity.Ended.LastOrDefault(ended => ended.Ending == HoldEnding.Admitted && isIt(ended.Hold));
        if (admitted is { Hold: { From: { } from, Stay: { } stay } hold } && HeldStays.LeadsAway(hold, place))
        {
            await progress.UpToDate(CancellationToken.None);
            await admission.EndStay(place, kind, admitted, WhereItMayBe(from, stay), OtherSideOperations.Of(place, hold));
            await LetGo(from, stay, admitted.Ended.By);
        }
    }

    /// <summary>The person of an arrival that was undone is back in their bed on the ward.</summary>
    private async Task ComeBack(SiteKey place, string id)
    {
        await progress.UpToDate(CancellationToken.None);
        foreach (var mismatch in Among(hold => hold.Id == id && hold.ArrivalUndone is not null, TimeSpan.Zero).Where(mismatch => mismatch.Place.Key == place))
        {
            await Finish(mismatch);
        }
    }

    /// <summary>The ward for which the bed was held, and any other ward of the hospital where the person now is.</summary>
    private IEnumerable<SiteKey> WhereItMayBe(SiteKey from, string stay) =>
        (boards.Find(from.Locality)?.Sites() ?? [])
            .Where(site => HeldStays.IsWithin(from, site.Key) && site.Stays.Find(stay) is not null)
            .Select(site => site.Key)
            .Append(from)
            .Distinct();

    /// <summary>Releases beds held for a person who has left a ward or never was on it, except where they went.</summary>
    private async Task LetGo(SiteKey left, string stay, string by)
    {
        await progress.UpToDate(CancellationToken.None);
        foreach (var mismatch in Among(hold => StayReferences.AreSame(hold.Stay, stay) && hold.From is { } from && HeldStays.IsWithin(from, left), TimeSpan.Zero).OfType<HeldForNobody>())
        {
            await Finish(mismatch, by);
        }
    }

    private IEnumerable<HoldMismatch> Among(Func<Hold, bool> which, TimeSpan patience)
    {
        var now = clock.GetUtcNow();
        var holding = boards.All.SelectMany(board => board.Sites())
            .Where(site => site.Capacity.Holds.Any(which) || site.Capacity.Ended.Any(ended => which(ended.Hold)))
            .ToList();
        return HoldMismatches.Among(holding, locality => boards.Find(locality)?.Sites() ?? [], now, patience).Where(mismatch => which(mismatch.Hold));
    }

    [LoggerMessage(LogLevel.Error, "What happened at {Site} is not yet recorded at the other side of a hold; it is tried again")]
    private partial void LogFailed(Exception exception, string site);
}
