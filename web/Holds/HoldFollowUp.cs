using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>
/// Releases the other beds that are held for a person who has left. It never changes the command's own answer; whatever fails here,
/// <see cref="HoldRecovery"/> does later.
/// </summary>
internal sealed partial class HoldFollowUp(Boards boards, FoldProgress progress, ISiteClient sites, TimeProvider clock, ILogger<HoldFollowUp> log) : IFollowUp
{
    public const string WentElsewhere = "The person went elsewhere";
    public const string RecordedByMistake = "The stay was recorded by mistake";

    /// <inheritdoc/>
    public async Task Run(SiteKey site, SiteCommand command, string by)
    {
        if (((command as DischargeStay)?.Stay ?? (command as CancelAdmission)?.Stay) is not { } stay)
        {
            return;
        }

        try
        {
            await progress.UpToDate(CancellationToken.None);
            foreach (var held in Among(hold => StayReferences.AreSame(hold.Stay, stay) && hold.From is { } from && HeldStays.IsWithin(from, site), TimeSpan.Zero))
            {
                await Finish(held, by);
            }
        }
        catch (Exception exception)
        {
            LogFailed(exception, site.Value);
        }
    }

    /// <summary>Releases a bed, if it is clear that nobody is coming; false if only people can tell.</summary>
    /// <param name="by">Who cancelled the person's admission; null if nobody did just now.</param>
    public async Task<bool> Finish(HeldForNobody held, string? by = null)
    {
        if ((held.Left?.Discharged.By ?? by) is not { } name)
        {
            return false;
        }

        var command = new ReleaseHold(held.Hold.Id, held.Left is null ? RecordedByMistake : WentElsewhere);
        await sites.Execute(held.Place.Kind, held.Place.Key, new(command, $"{OtherSideOperations.Of(held.Place.Key, held.Hold)}/release", name));
        return true;
    }

    /// <summary>All beds held for nobody for so long that no request is about to release them.</summary>
    public IEnumerable<HeldForNobody> All(TimeSpan patience) => Among(_ => true, patience);

    /// <summary>Those held for people of a ward or unit, which only people can put right.</summary>
    public IReadOnlyList<HeldForNobody> ToPutRight(SiteKey site) => [.. Among(hold => hold.From == site, Recovery.LongestRequest)];

    private IEnumerable<HeldForNobody> Among(Func<Hold, bool> which, TimeSpan patience)
    {
        var now = clock.GetUtcNow();
        var holding = boards.All.SelectMany(board => board.Sites()).Where(site => site.Capacity.Holds.Any(which)).ToList();
        return HeldForNobody.Among(holding, locality => boards.Find(locality)?.Sites() ?? [], now, patience).Where(held => which(held.Hold));
    }

    [LoggerMessage(LogLevel.Error, "A bed held for somebody who has left {Site} is not released yet; it is tried again")]
    private partial void LogFailed(Exception exception, string site);
}
