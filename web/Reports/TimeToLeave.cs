using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

/// <summary>
/// Time from medically optimised to discharge, in days of 24 hours, for people who left on the days asked for: from the discharge
/// ready date of the period in which they left. It excludes deaths and people never declared medically optimised.
/// </summary>
internal sealed class TimeToLeave : IReport
{
    public string Code => "time-to-leave";

    public string Title => "Time from medically optimised to discharge";

    public string Question => "How long do people wait after they are well enough to leave, and does it differ between hospitals?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question) =>
        Of(facts.Here, DelayedNights.Here, question).Concat(Of(facts.Elsewhere, DelayedNights.Elsewhere, question));

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToList();
        return new(
            Code,
            Title,
            question,
            [
                new(
                    "by-pathway",
                    "Days from medically optimised to discharge, by pathway and hospital",
                    [ReportColumn.Words("pathway", "Pathway"), ReportColumn.Words("hospital", "Hospital or unit"), .. Figures],
                    [
                        .. counted.GroupBy(each => each.Code).OrderBy(pathway => pathway.Key, StringComparer.Ordinal).SelectMany(pathway => pathway
                            .GroupBy(each => each.Place).OrderBy(place => facts.NameOf(place.Key), StringComparer.Ordinal)
                            .Select(place => Row(place, new(Place: place.Key, Code: pathway.Key), ReportCell.Of(PathwayName(pathway.Key), pathway.Key), Place(facts, place)))),
                    ]),
                new(
                    "by-hospital",
                    "Days from medically optimised to discharge, by hospital",
                    [ReportColumn.Words("hospital", "Hospital or unit"), .. Figures],
                    [
                        .. counted.GroupBy(each => each.Place).OrderBy(place => facts.NameOf(place.Key), StringComparer.Ordinal)
                            .Select(place => Row(place, new(Place: place.Key), Place(facts, place))),
                        .. counted.Count == 0 ? [] : new[] { Row(counted, new(), ReportCell.Of("All", "all")) },
                    ]),
            ],
            [
                "Counts people who left on these days and were medically optimised when they left: from the declaration that applied then to the time they left, in days of 24 hours. People who died are not counted.",
                "In other areas’ hospitals, only people who live in this area are counted. Those rows say so.",
                "The pathway is the last one set. “9 in 10 within” is the time within which 9 in 10 people left.",
            ]);
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var lengths = Lengths.Of(Count(facts, question).Select(each => each.Days));
        return new(ReportCell.Of(lengths.Median).Text, $"days: median time from medically optimised to discharge for {lengths.Count:#,0} people, last 4 weeks");
    }

    public static string PathwayName(string code) => code == ReportWords.NotRecorded ? "No pathway recorded" : code.ToUpperInvariant();

    private static ImmutableArray<ReportColumn> Figures { get; } =
        [new("people", "People"), new("median", "Median", HasBars: true), new("mean", "Mean"), new("ninetieth", "9 in 10 within")];

    private static ReportCell Place(KnownFacts facts, IGrouping<string, Counted> place) =>
        ReportCell.Of(place.First().Set == DelayedNights.Elsewhere ? $"{facts.NameOf(place.Key)}: this area’s people only" : facts.NameOf(place.Key), place.Key);

    private static ReportRow Row(IEnumerable<Counted> counted, Behind behind, params IEnumerable<ReportCell> heads)
    {
        var lengths = Lengths.Of(counted.Select(each => each.Days));
        return new([.. heads, ReportCell.Of(lengths.Count, behind), ReportCell.Of(lengths.Median), ReportCell.Of(lengths.Mean), ReportCell.Of(lengths.Ninetieth)]);
    }

    private static IEnumerable<Counted> Of(IEnumerable<StayHistory> stays, string set, ReportQuestion question)
    {
        var whole = question.Whole;
        foreach (var stay in stays)
        {
            if (stay is { Left: { } left, Destination: not Destination.Died } && whole.Covers(left)
                && stay.PeriodAt(left) is { } period && stay.WardAt(left) is var ward && question.Covers(ward.Place))
            {
                var pathway = stay.Pathway is { } known ? Codes.Of(known) : ReportWords.NotRecorded;
                yield return new(LocalDay.Of(left), ward.Site, ward.Place, pathway, "", set, stay.Reference, period.From, left);
            }
        }
    }
}
