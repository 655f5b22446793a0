using System.Collections.Immutable;
using CapacityBoard.Offers;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>The tables of <see cref="OffersAndChoice"/>: hospitals beside each other, why places were declined, and the places.</summary>
internal static class OfferTables
{
    private static readonly string[] NightSets = [.. Enum.GetValues<WaitsOn>().Select(Codes.Of)];

    private static readonly string[] OfferSets = [OffersAndChoice.Made, OffersAndChoice.Accepted, OffersAndChoice.Declined, OffersAndChoice.Waiting, OffersAndChoice.Withdrawn];

    public static ImmutableArray<ReportTable> Of(KnownFacts facts, IReadOnlyCollection<Counted> counted)
    {
        var nights = counted.Where(each => NightSets.Contains(each.Set)).ToList();
        var offers = counted.Where(each => !NightSets.Contains(each.Set)).ToList();
        return
        [
            new(
                "nights",
                "Nights of medically optimised people, by what they waited for",
                [
                    ReportColumn.Words("hospital", "Hospital or unit"), new("capacity", "Capacity"), new("choice", "Choice", HasBars: true), new("place", "The place"),
                    new("share", "Share for choice"),
                ],
                Rows(facts, nights, each => each.Place, place => new(Place: place), NightsOf)),
            new(
                "by-hospital",
                "Offers, by the person’s hospital or unit",
                [ReportColumn.Words("hospital", "Hospital or unit"), .. OfferFigures],
                Rows(facts, offers, each => each.Place, place => new(Place: place), OffersOf)),
            new(
                "by-reason",
                "Declined offers, by reason and hospital",
                [ReportColumn.Words("reason", "Reason"), ReportColumn.Words("hospital", "Hospital or unit"), new("declined", "Declined", HasBars: true)],
                [
                    .. offers.Where(each => each.Set == OffersAndChoice.Declined).GroupBy(each => (Reason: each.Code, each.Place))
                        .OrderBy(row => ReasonOf(row.Key.Reason)).ThenBy(row => facts.NameOf(row.Key.Place), StringComparer.Ordinal)
                        .Select(row => new ReportRow(
                            ReportCell.Of(OfferWords.Of(ReasonOf(row.Key.Reason)).AsSentence(), row.Key.Reason),
                            ReportCell.Of(facts.NameOf(row.Key.Place), row.Key.Place),
                            ReportCell.Of(row.Count(), new(Place: row.Key.Place, Code: row.Key.Reason, Set: OffersAndChoice.Declined)))),
                ]),
            new(
                "by-place",
                "Offers, by the place offered",
                [ReportColumn.Words("place", "Place"), .. OfferFigures],
                Rows(facts, offers, each => each.Owner, place => new(Owner: place), OffersOf),
                IsFolded: true),
        ];
    }

    private static ImmutableArray<ReportColumn> OfferFigures { get; } =
    [
        new("made", "Offered"), new("accepted", "Accepted"), new("declined", "Declined"), new("waiting", "No answer yet"), new("withdrawn", "Withdrawn unanswered"),
        new("median", "Median days to answer"), new("ninetieth", "9 in 10 within (days)"),
    ];

    private static DeclineReason ReasonOf(string code) => Codes.TryParse<DeclineReason>(code, out var reason) ? reason : default;

    private static ImmutableArray<ReportRow> Rows(
        KnownFacts facts, List<Counted> counted, Func<Counted, string> by, Func<string, Behind> behind, Func<IReadOnlyCollection<Counted>, Behind, IEnumerable<ReportCell>> figures) =>
    [
        .. counted.GroupBy(by).OrderBy(group => facts.NameOf(group.Key), StringComparer.Ordinal)
            .Select(group => new ReportRow([ReportCell.Of(facts.NameOf(group.Key), group.Key), .. figures([.. group], behind(group.Key))])),
        .. counted.Count == 0 ? [] : new[] { new ReportRow([ReportCell.Of("All", "all"), .. figures(counted, new())]) },
    ];

    private static IEnumerable<ReportCell> NightsOf(IReadOnlyCollection<Counted> nights, Behind behind) =>
        [.. Counts(nights, behind, NightSets), ReportCell.Share(nights.Count(each => each.Set == Codes.Of(WaitsOn.Choice)), nights.Count)];

    private static IEnumerable<ReportCell> OffersOf(IReadOnlyCollection<Counted> offers, Behind behind)
    {
        var days = Lengths.Of(offers.Where(each => each is { Set: OffersAndChoice.Made, To: not null }).Select(each => each.Days));
        return [.. Counts(offers, behind, OfferSets), ReportCell.Of(days.Median), ReportCell.Of(days.Ninetieth)];
    }

    private static IEnumerable<ReportCell> Counts(IReadOnlyCollection<Counted> counted, Behind behind, string[] sets)
    {
        var counts = counted.CountBy(each => each.Set).ToDictionary();
        return sets.Select(set => ReportCell.Of(counts.GetValueOrDefault(set), behind with { Set = set }));
    }
}
