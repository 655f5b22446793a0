using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;

namespace CapacityBoard.Reports;

/// <summary>One kind of report.</summary>
internal interface IReport
{
    /// <summary>The report's code in addresses: <c>delayed-transfers</c>.</summary>
    string Code { get; }

    string Title { get; }

    /// <summary>The question it answers, in one sentence.</summary>
    string Question { get; }

    Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies);

    /// <summary>Everything that it counts, once for each count it belongs to.</summary>
    IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question);

    /// <summary>The same, with what is counted by a locality's policy.</summary>
    IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question, LocalityPolicies policies) => Count(facts, question);

    /// <summary>The figure that represents it on the page of all reports.</summary>
    Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies);
}

/// <param name="Figure">The figure as shown: "18".</param>
/// <param name="Words">What it is: "people delayed at the last midnight, target 15".</param>
/// <param name="Trend">How it was on each day; null if it is not a daily figure.</param>
internal sealed record Headline(string Figure, string Words, Trend? Trend = null);
