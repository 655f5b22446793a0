using System.Globalization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Feeds;

/// <summary>A person of whom the hospital's system and the board say different things.</summary>
/// <param name="Hospital">What the hospital's system says.</param>
/// <param name="Board">What the board has.</param>
/// <param name="Why">Why the board does not follow; null if nobody knows yet.</param>
/// <param name="CanFollow">False if the hospital's system has never spoken of them, so that there is nothing to follow.</param>
/// <param name="Site">Where the board has them; null if nowhere.</param>
internal sealed record Difference(string Reference, string Hospital, string Board, string? Why, bool CanFollow, SiteKey? Site)
{
    /// <summary>The differences between a feed's census and the board's wards, in the order of references.</summary>
    public static IReadOnlyList<Difference> Of(FeedView feed, HospitalWards hospital, DateTimeOffset now)
    {
        var onBoard = hospital.Wards.SelectMany(ward => ward.Stays.All.Select(stay => (Ward: ward, Stay: stay))).ToList();
        var byReference = feed.Census.SelectMany(visit => visit.References.Select(reference => (StayReferences.Key(reference), visit))).ToLookup(pair => pair.Item1, pair => pair.visit);
        var here = onBoard.ToLookup(each => StayReferences.Key(each.Stay.Reference));
        var said = feed.Census.Select(visit => Of(visit, feed, hospital, visit.References.SelectMany(reference => here[StayReferences.Key(reference)]).ToList(), now));
        var unsaid = onBoard.Where(each => !byReference[StayReferences.Key(each.Stay.Reference)].Any())
            .Select(each => new Difference(each.Stay.Reference, "Nothing", Place(each.Ward, each.Stay.Bed), null, false, each.Ward.Key));
        return [.. said.OfType<Difference>().Concat(unsaid).OrderBy(each => each.Reference, StringComparer.OrdinalIgnoreCase)];
    }

    private static Difference? Of(Visit visit, FeedView feed, HospitalWards hospital, List<(Site Ward, Stay Stay)> board, DateTimeOffset now)
    {
        var (ward, stay) = board.Count > 0 ? board[0] : default;
        return Agrees(visit, ward, stay)
            ? null
            : new(
                stay?.Reference ?? visit.Reference,
                visit.Presence switch
                {
                    VisitPresence.In => $"{hospital.NameOf(visit.Ward)}{(visit.Bed.Length > 0 ? $", bed {visit.Bed}" : "")}, since {QuickTimes.Of(visit.ArrivedAt, now)}",
                    VisitPresence.Elsewhere => $"In hospital, not on a ward of this board, since {QuickTimes.Of(visit.At, now)}",
                    VisitPresence.Never => "Admission cancelled",
                    _ => $"Left {QuickTimes.Of(visit.At, now)}",
                },
                stay is null ? "Not on the board" : Place(ward!, stay.Bed),
                feed.Obstacles.GetValueOrDefault(StayReferences.Key(visit.Reference)),
                true,
                ward?.Key);
    }

    private static bool Agrees(Visit visit, Site? ward, Stay? stay) => visit.Presence switch
    {
        VisitPresence.In => stay is not null && ward!.Key == visit.Ward && (visit.Bed.Length == 0 || stay.IsIn(visit.Bed)),
        VisitPresence.NotKnown => true,
        _ => stay is null,
    };

    private static string Place(Site ward, string bed) => string.Create(CultureInfo.InvariantCulture, $"{ward.Details!.Name}, bed {bed}");
}
