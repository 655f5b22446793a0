using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

/// <summary>
/// Discharges before midday, United Kingdom time, out of all discharges from the locality's hospitals and units. Deaths and moves
/// to another ward of the hospital are not discharges.
/// </summary>
internal sealed class EarlyDischarges : IReport
{
    /// <summary>The national aim, in per cent.</summary>
    public const int NationalAim = 33;

    private const string Early = "before-midday";
    private const string Later = "later";

    public string Code => "early-discharges";

    public string Title => "Early discharges";

    public string Question => "How many people leave before midday?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question)
    {
        var whole = question.Whole;
        foreach (var stay in facts.Here)
        {
            if (stay is { Left: { } left, Destination: not Destination.Died } && whole.Covers(left) && stay.WardAt(left) is var ward && question.Covers(ward.Place))
            {
                var set = LocalDay.ToLocal(left).Hour < 12 ? Early : Later;
                yield return new(LocalDay.Of(left), ward.Site, ward.Place, Codes.Of(stay.Destination), "", set, stay.Reference, stay.Admitted, left);
            }
        }
    }

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToList();
        var byDay = counted.ToLookup(each => each.Day);
        return new(
            Code,
            Title,
            question,
            [
                new(
                    "by-hospital",
                    "Discharges before midday, by hospital",
                    [ReportColumn.Words("hospital", "Hospital or unit"), .. Figures],
                    [
                        .. counted.GroupBy(each => each.Place).OrderBy(place => facts.NameOf(place.Key), StringComparer.Ordinal)
                            .Select(place => Row(ReportCell.Of(facts.NameOf(place.Key), place.Key), [.. place], new(Place: place.Key))),
                        .. counted.Count == 0 ? [] : new[] { Row(ReportCell.Of("All", "all"), counted, new()) },
                    ]),
                new(
                    "by-day",
                    "Discharges before midday, by day",
                    [ReportColumn.Words("day", "Day"), .. Figures],
                    [.. question.Days.Select(day => Row(ReportCell.Of(day), [.. byDay[day]], new(day)))],
                    Chart: ["share", "aim"]),
            ],
            [
                "Counts everyone who left one of this area’s hospitals or units on these days, by the time they left, except people who died. A move to another ward in the same hospital is not a discharge.",
                $"Before midday means before 12:00 UK time. The national aim is {NationalAim}%.",
            ]);
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToList();
        var byDay = counted.ToLookup(each => each.Day);
        return new(
            EarlyShare(counted).Text,
            $"of {counted.Count:#,0} discharges in the last 4 weeks were before midday. National aim: {NationalAim}%",
            Trend.OverDays([.. question.Days.Select(day => EarlyShare([.. byDay[day]]))], SoFar([.. byDay[question.To]])));
    }

    private static string? SoFar(List<Counted> today) => today.Count == 0 ? null : $"{today.Count(each => each.Set == Early):#,0} of {today.Count:#,0}";

    private static ReportCell EarlyShare(List<Counted> counted) => ReportCell.Share(counted.Count(each => each.Set == Early), counted.Count);

    private static ImmutableArray<ReportColumn> Figures { get; } =
        [new("discharges", "Discharges"), new("before-midday", "Before midday"), new("share", "Share before midday", HasBars: true), new("aim", "National aim")];

    private static ReportRow Row(ReportCell head, List<Counted> counted, Behind behind)
    {
        return new(
            head,
            ReportCell.Of(counted.Count, behind),
            ReportCell.Of(counted.Count(each => each.Set == Early), behind with { Set = Early }),
            EarlyShare(counted),
            new($"{NationalAim}%", NationalAim));
    }
}
