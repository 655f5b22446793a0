using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Lists;

namespace CapacityBoard.GrandRounds;

/// <summary>A round's stays as they are shown: some of them, in an order.</summary>
/// <param name="Counts">How many each choice shows, of the ward if one is chosen.</param>
/// <param name="Ward">The one ward shown; null for all.</param>
/// <param name="Shown">In their order; the one open for review is always among them.</param>
/// <param name="Later">How many more are shown when all are asked for.</param>
internal sealed record RoundList(
    RoundShow Show, RoundOrder Order, IReadOnlyList<(RoundShow Show, int Count)> Counts, string? Ward, ImmutableArray<RoundStay> Shown, int Later)
{
    /// <summary>A stay's row is taller than those of other lists, so fewer are shown.</summary>
    private const int AtOnce = 45;

    /// <summary>While one is open the list stands in a narrow column beside it, so that fewer are shown.</summary>
    private const int MostBeside = 20;

    private const int BeforeOpen = 4;

    /// <summary>The ward's or everybody's, in their order.</summary>
    private ImmutableArray<RoundStay> _all = [];

    /// <summary>Those to go through: whoever is asked for, or all that are to be reviewed.</summary>
    private Func<RoundStay, bool> IsAmong { get; init; } = _ => true;

    public static RoundList Empty { get; } = new(default, default, [], null, [], 0);

    public bool IsByWard => Order == RoundOrder.Ward;

    public string Title => Ward is { } ward ? $"Long stays: {ward}" : "Long stays";

    /// <summary>One group without a name, unless they are grouped by ward.</summary>
    public IEnumerable<(string? Ward, ImmutableArray<RoundStay> Stays)> Groups => IsByWard
        ? Shown.GroupBy(stay => stay.Site).Select(ward => ((string?)ward.First().Ward, ward.ToImmutableArray()))
        : [(null, Shown)];

    /// <param name="open">The stay open for review; null if there is none.</param>
    public static RoundList Of(HospitalRound round, ListAddress address, RoundStay? open, DateTimeOffset now)
    {
        var (show, order) = (address.Code<RoundShow>("show") ?? default, address.Order<RoundOrder>());
        var ward = address.Fields().GetValueOrDefault("ward") is { } part ? round.Stays.FirstOrDefault(stay => stay.Site.Name == part)?.Ward ?? Labels.OfPart(part) : null;
        var all = Ordered(ward is null ? round.Stays : round.Stays.Where(stay => stay.Ward == ward), order).ToImmutableArray();
        var asked = all.Where(stay => Shows(show, stay, now)).ToList();
        var first = (open is null || address.ShowsAll ? address.Shown(asked, AtOnce) : Beside(asked, open)).ToHashSet();
        return new(
            show,
            order,
            [.. Enum.GetValues<RoundShow>().Select(each => (each, all.Count(stay => Shows(each, stay, now))))],
            ward,
            [.. all.Where(stay => first.Contains(stay) || stay == open)],
            asked.Count - first.Count)
        {
            _all = all,
            IsAmong = stay => show != RoundShow.Overdue || Shows(show, stay, now),
        };
    }

    /// <summary>The next stay without a review, searching from the one just reviewed and then from the top.</summary>
    public RoundStay? Next(string? after, Func<SiteKey, bool> mayReview)
    {
        var at = after is null ? -1 : _all.ToList().FindIndex(stay => StayReferences.AreSame(stay.Stay.Reference, after));
        return _all.Skip(at + 1).Concat(_all.Take(at + 1)).FirstOrDefault(stay => !stay.IsReviewed && mayReview(stay.Site) && IsAmong(stay));
    }

    private static IEnumerable<RoundStay> Beside(List<RoundStay> asked, RoundStay open) =>
        asked.Skip(Math.Clamp(asked.IndexOf(open) - BeforeOpen, 0, Math.Max(0, asked.Count - MostBeside))).Take(MostBeside);

    private static bool Shows(RoundShow show, RoundStay stay, DateTimeOffset now) => show switch
    {
        RoundShow.ToReview => !stay.IsReviewed,
        RoundShow.Overdue => stay.OpenActions.Any(action => action.IsOverdue(now)),
        _ => true,
    };

    private static IEnumerable<RoundStay> Ordered(IEnumerable<RoundStay> longestFirst, RoundOrder order) => order switch
    {
        RoundOrder.Ward => longestFirst.OrderBy(stay => stay.Ward, NaturalOrder.Comparer),
        RoundOrder.Expected => longestFirst.OrderBy(stay => stay.Stay.ExpectedDischarge ?? DateOnly.MaxValue),
        _ => longestFirst,
    };
}

/// <summary>Which of a round's stays are shown.</summary>
public enum RoundShow
{
    All,
    ToReview,

    /// <summary>Those with an agreed action that is overdue.</summary>
    Overdue,
}

/// <summary>The orders of a round's stays; the longest stay first among equals.</summary>
public enum RoundOrder
{
    Length,
    Ward,
    Expected,
}
