using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;

namespace CapacityBoard.Reports;

/// <summary>One kind of report.</summary>
internal interface IReport
{
    /// <summary>In addresses: <c>delayed-transfers</c>.</summary>
    string Code { get; }

    string Title { get; }

    /// <summary>What it answers, in one sentence.</summary>
    string Question { get; }

    Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies);

    /// <summary>Everything that it counts, each once for each of its counts.</summary>
    IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question);

    /// <summary>The figure that stands for it on the page of all reports.</summary>
    Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies);
}

/// <param name="Figure">As it is read: "18".</param>
/// <param name="Words">What it is: "people delayed at the last midnight, target 15".</param>
internal sealed record Headline(string Figure, string Words);
