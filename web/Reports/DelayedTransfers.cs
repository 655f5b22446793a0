using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>Delayed transfers at each midnight, against the target in the locality's policy at the time.</summary>
internal sealed class DelayedTransfers : IReport
{
    public string Code => "delayed-transfers";

    public string Title => "Delayed transfers";

    public string Question => "How many people were delayed at each midnight, and was the target met?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question) => DelayedNights.Of(facts, question);

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToLookup(each => each.Day);
        var places = counted.SelectMany(day => day).Where(each => each.Set == DelayedNights.Here).Select(each => each.Place).Distinct()
            .OrderBy(facts.NameOf, StringComparer.Ordinal).ToImmutableArray();
        var days = question.Days.Where(day => LocalDay.StartOf(day) <= question.Now);
        return new(
            Code,
            Title,
            question,
            [
                new(
                    "by-day",
                    "People delayed at midnight at the start of each day",
                    [
                        ReportColumn.Words("day", "Day"),
                        new("delayed", "Delayed"),
                        new("target", "Target"),
                        new("over", "Over target"),
                        .. places.Length > 1 ? places.Select(place => new ReportColumn(place, facts.NameOf(place))) : [],
                        new("elsewhere", "This area’s people in other hospitals"),
                    ],
                    [.. days.Select(day => Row(day, counted[day].ToList(), places, policies.Of(question.Locality, LocalDay.StartOf(day))))],
                    Chart: ["delayed", "target", "elsewhere"]),
            ],
            [
                "A person is counted at midnight if they were declared medically optimised on an earlier day, still are, and have not left. The day of the declaration is not counted.",
                "“Delayed” counts people in this area’s hospitals and units, wherever they live. The target is for this number. People who live in this area and are in other areas’ hospitals are shown separately.",
                "A withdrawn declaration is counted until it was withdrawn. A declaration cancelled as a mistake is not counted. Events recorded late are counted when they happened.",
                "The target is the one set in the policy on that day.",
            ]);
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var days = Count(facts, question).Where(each => each.Set == DelayedNights.Here).CountBy(each => each.Day).ToDictionary();
        return new(
            ReportCell.Of(days.GetValueOrDefault(question.To)).Text,
            $"delayed at the last midnight. Target: at most {policies.Of(question.Locality, question.Now).DelayedTransferTarget}",
            Trend.AtMidnights(Trend.Cells(question, days)));
    }

    private static ReportRow Row(DateOnly day, List<Counted> counted, ImmutableArray<string> places, LocalityPolicy policy)
    {
        var delayed = counted.Count(each => each.Set == DelayedNights.Here);
        return new(
        [
            ReportCell.Of(day),
            ReportCell.Of(delayed, new(day, Set: DelayedNights.Here)),
            ReportCell.Of(policy.DelayedTransferTarget),
            ReportCell.Of(Math.Max(0, delayed - policy.DelayedTransferTarget)),
            .. places.Length > 1
                ? places.Select(place => ReportCell.Of(counted.Count(each => each.Place == place), new(day, place, Set: DelayedNights.Here)))
                : [],
            ReportCell.Of(counted.Count(each => each.Set == DelayedNights.Elsewhere), new(day, Set: DelayedNights.Elsewhere)),
        ]);
    }
}
