using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>Delayed transfers at each midnight, against the target that was the locality's policy then.</summary>
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
                    "People delayed, at the midnight with which each day begins",
                    [
                        ReportColumn.Words("day", "Day"),
                        new("delayed", "Delayed"),
                        new("target", "Target"),
                        new("over", "Over the target"),
                        .. places.Length > 1 ? places.Select(place => new ReportColumn(place, facts.NameOf(place))) : [],
                        new("elsewhere", "Own people in other areas’ hospitals"),
                    ],
                    [.. days.Select(day => Row(day, counted[day].ToList(), places, policies.Of(question.Locality, LocalDay.StartOf(day))))],
                    Chart: ["delayed", "target", "elsewhere"]),
            ],
            [
                "A person counts at a midnight who had been declared medically optimised on an earlier day, still was, and had not left. The day of the declaration itself does not count.",
                "“Delayed” are the people in this area’s hospitals and units, wherever they live; it is what the target is for. This area’s own people in other areas’ hospitals stand apart.",
                "A declaration that was withdrawn counts until it was withdrawn. One that was cancelled as a mistake counts nowhere. What was recorded late counts where it happened.",
                "The target is the policy of that day.",
            ]);
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var today = question with { From = question.To };
        return new(
            Count(facts, today).Count(each => each.Set == DelayedNights.Here).ToString(System.Globalization.CultureInfo.InvariantCulture),
            $"delayed at the last midnight; the target is {policies.Of(question.Locality, question.Now).DelayedTransferTarget} at most");
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
