using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>
/// The places asked about people, in any locality. They are found on the boards each time, since an enquiry is recorded only at the
/// place that is asked.
/// </summary>
public static class PlacesAsked
{
    public static ILookup<string, PlaceAsked> None { get; } = Array.Empty<PlaceAsked>().ToLookup(_ => "");

    /// <summary>Places asked about the people of a ward or unit, by the stay's reference.</summary>
    public static ILookup<string, PlaceAsked> For(Boards boards, Site site, DateTimeOffset now) => site.Stays.All.IsEmpty
        ? None
        : All(boards, now)
            .Where(asked => HeldStays.IsWithin(asked.Enquiry.From, site.Key) && site.Stays.Find(asked.Enquiry.Stay) is { } stay && IsAbout(asked.Enquiry, stay))
            .ToLookup(asked => asked.Enquiry.Stay, StayReferences.Comparer);

    /// <summary>Places asked about one stay: what needs something done comes first, then the newest.</summary>
    /// <param name="at">The ward or unit where the stay is, or last was.</param>
    public static IReadOnlyList<PlaceAsked> For(Boards boards, SiteKey at, Stay stay, DateTimeOffset now) =>
    [
        .. All(boards, now).Where(asked => HeldStays.IsWithin(asked.Enquiry.From, at) && StayReferences.AreSame(asked.Enquiry.Stay, stay.Reference) && IsAbout(asked.Enquiry, stay))
            .OrderBy(asked => EnquiryWords.Rank(asked.StandingAt(now)))
            .ThenByDescending(asked => asked.LastChange.At),
    ];

    /// <summary>Open enquiries and those that ended within a week, wherever.</summary>
    public static IEnumerable<PlaceAsked> All(Boards boards, DateTimeOffset now) => boards.All.SelectMany(board => board.Sites())
        .Where(site => !site.Enquiries.Open.IsEmpty || !site.Enquiries.Ended.IsEmpty)
        .SelectMany(site => PlaceAsked.At(site, now));

    /// <summary>True if the enquiry is about this stay, not about an earlier one with the same reference.</summary>
    private static bool IsAbout(Enquiry enquiry, Stay stay) => stay.AdmittedAt <= enquiry.Made.At + Limits.ClockDifference;
}
